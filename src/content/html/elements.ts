/**
 * The allow-list: which elements reach a reader, and what becomes of the others (R25). Whatever is not named here is
 * unwrapped: its children stay, its tags go. The W3C feed validator accepts every element kept here.
 */

/** Elements that stay, with the attributes they may carry beside `id`, `lang`, `dir` and `title`. */
export const KEPT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ['href', 'hreflang', 'type'],
    abbr: [],
    acronym: [],
    address: [],
    article: [],
    aside: [],
    audio: ['src', 'loop', 'muted', 'preload'],
    b: [],
    bdi: [],
    big: [],
    blockquote: ['cite'],
    br: [],
    caption: [],
    cite: [],
    code: ['class'],
    col: ['span'],
    colgroup: ['span'],
    dd: [],
    del: ['cite', 'datetime'],
    details: ['open'],
    dfn: [],
    div: [],
    dl: [],
    dt: [],
    em: [],
    figcaption: [],
    figure: [],
    footer: [],
    h1: [],
    h2: [],
    h3: [],
    h4: [],
    h5: [],
    h6: [],
    header: [],
    hr: [],
    i: [],
    img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height'],
    ins: ['cite', 'datetime'],
    kbd: [],
    li: ['value'],
    main: [],
    mark: [],
    nav: [],
    ol: ['start', 'reversed', 'type'],
    p: [],
    picture: [],
    pre: [],
    q: ['cite'],
    rp: [],
    rt: [],
    ruby: [],
    s: [],
    samp: [],
    section: [],
    small: [],
    source: ['src', 'srcset', 'sizes', 'media', 'type', 'width', 'height'],
    span: [],
    strike: [],
    strong: [],
    sub: [],
    summary: [],
    sup: [],
    table: [],
    tbody: [],
    td: ['colspan', 'rowspan', 'align'],
    tfoot: [],
    th: ['colspan', 'rowspan', 'align', 'scope'],
    thead: [],
    time: ['datetime'],
    tr: [],
    track: ['src', 'kind', 'srclang', 'label'],
    tt: [],
    u: [],
    ul: [],
    var: [],
    video: ['src', 'poster', 'width', 'height', 'loop', 'muted', 'preload'],
    wbr: [],
  }),
);

/** Elements that readers know under another name. */
export const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bdo: 'span',
    center: 'div',
    dialog: 'div',
    dir: 'ul',
    fieldset: 'div',
    hgroup: 'div',
    legend: 'div',
    listing: 'pre',
    menu: 'ul',
    plaintext: 'pre',
    search: 'div',
    xmp: 'pre',
  }),
);

/** Elements that go with everything in them, each counted in a warning. */
export const REMOVED: ReadonlySet<string> = new Set(
  (
    'applet base basefont bgsound button canvas datalist embed frame frameset input keygen link map meta ' +
    'noembed noframes object optgroup option param portal script select selectedcontent style svg template textarea'
  ).split(' '),
);

/** Of those that go, the ones whose text people see on the page, or that take the rest of an article along when unclosed. */
export const SWALLOWS: ReadonlySet<string> = new Set(
  'button textarea select svg title keygen plaintext noembed noframes canvas template'.split(' '),
);

/** Removed without a warning: nothing that a reader would have seen is lost. */
export const SILENT: ReadonlySet<string> = new Set(
  'base basefont bgsound link meta title head noframes noembed param'.split(' '),
);

/** Components that are named after what they draw, as `<InlineMath math="x^2" />`. `<Math>` is `<math>` to the parser. */
export const FORMULAS: readonly string[] = 'inlinemath blockmath displaymath latex tex katex mathjax'.split(
  ' ',
);

/** Elements that are unwrapped without a warning: they say nothing to a reader, their children do; `<ClientOnly>` is one of VitePress. */
export const UNWRAPPED: ReadonlySet<string> = new Set([
  ...'area blink body center clientonly data font form head html label marquee meter nobr output progress rb rtc slot spacer'.split(
    ' ',
  ),
  ...FORMULAS,
]);

export const VOID: ReadonlySet<string> = new Set('br col hr img source track wbr'.split(' '));

/** Elements whose start tag closes an open `p` (HTML §13.2.6.4.7). */
export const CLOSES_PARAGRAPH: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ' +
    'main nav ol p pre section summary table ul'
  ).split(' '),
);

/** Elements that stay although nothing is in them. */
export const MAY_BE_EMPTY: ReadonlySet<string> = new Set('audio colgroup dd dt li td th tr video'.split(' '));

/** Elements that are allowed only in certain others: elsewhere, `div` or nothing replaces them. */
export const PARENTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    li: ['ul', 'ol'],
    dt: ['dl'],
    dd: ['dl'],
    summary: ['details'],
    caption: ['table'],
    colgroup: ['table'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    col: ['colgroup'],
    tr: ['table', 'thead', 'tbody', 'tfoot'],
    td: ['tr'],
    th: ['tr'],
    rt: ['ruby'],
    rp: ['ruby'],
    source: ['picture', 'audio', 'video'],
    track: ['audio', 'video'],
  }),
);

/** What may be directly in the skeleton of a table or a `picture`; everything else there is left out. */
export const CHILDREN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    table: ['caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr'],
    thead: ['tr'],
    tbody: ['tr'],
    tfoot: ['tr'],
    tr: ['td', 'th'],
    colgroup: ['col'],
    picture: ['source', 'img'],
    audio: ['source', 'track'],
    video: ['source', 'track'],
  }),
);

/** Scopes that end the search for an open `p` or an open link. */
export const BOUNDARIES: ReadonlySet<string> = new Set(['td', 'th', 'caption', 'table']);
