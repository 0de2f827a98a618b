export const SITE_TITLE = 'Lighthouse';
export const SITE_DESCRIPTION = 'Notes of a keeper.';
