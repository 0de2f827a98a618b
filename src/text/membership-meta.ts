/**
 * Custom fields by which plug-ins of WordPress keep a post for some readers, by folded name, and what in them does so. Exports have them,
 * and so has the front matter of what was exported.
 */
const FIELDS: ReadonlyMap<string, RegExp> = new Map([
  // Jetpack.
  ['jetpacknewsletteraccess', /^(?!everybody$)./],
  // Members.
  ['membersaccessrole', /./],
  // Patreon.
  ['patreonlevel', /^[1-9]/],
  // Restrict Content Pro.
  ['rcpsubscriptionlevel', /^(?!(?:0|none|a:0:.*)$)./i],
  ['rcpaccesslevel', /^[1-9]/],
  ['rcpuserlevel', /^(?!(?:0|none|all)$|a:\d+:.*"all").*[a-z1-9]/i],
  // WP-Members: for members, or for no one.
  ['wpmemblock', /^[12]$/],
  // Memberful: a list that has something in it.
  ['memberfulacl', /a:[1-9]\d*:\{i:/],
  // Ultimate Member: with settings of its own, for those who are logged in.
  [
    'umcontentrestriction',
    /_um_custom_access_settings";(?:b:1|i:1|s:1:"1");(?=.*_um_accessible";(?:i:2|s:1:"2");)/,
  ],
  // Paid Member Subscriptions.
  ['pmscontentrestrictuserstatus', /^loggedin$/],
  ['pmscontentrestrictsubscriptionplan', /^[1-9]/],
]);

/** Whether a custom field may keep a post for some readers, by its folded name. */
export function isMembershipField(folded: string): boolean {
  return FIELDS.has(folded);
}

/** Whether a value of such a field does so. */
export function isForMembers(folded: string, value: string): boolean {
  return FIELDS.get(folded)?.test(value.trim()) ?? false;
}
