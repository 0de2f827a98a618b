export const SITE_TITLE = 'Pages';
