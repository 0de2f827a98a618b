export const SITE_TITLE = 'Lamp';
