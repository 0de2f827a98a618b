export const SITE_TITLE = 'Lamps in three tongues';
