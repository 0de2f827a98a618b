import type { Preset } from '../model/index.ts';

/** The conventions of one tool that the configuration fills in. */
export interface PresetDefaults {
  /** Where its articles usually are; the first folder that exists is taken. */
  readonly folders: readonly string[];
  /** Its default permalink. */
  readonly permalink: string;
  /**
   * Content folders whose subfolders are part of the URL: with `content` here, articles in `content/blog` are
   * published below `/blog/`. The first that holds the article folder counts.
   */
  readonly contentRoots: readonly string[];
  /** Files that are never articles. */
  readonly exclude: readonly string[];
}

/** Index pages of sections: they list articles but are not articles. */
const SECTION_PAGES = ['**/_index.*'];

/** Templates and folders as each tool documents its defaults. */
export const PRESETS: Readonly<Record<Preset, PresetDefaults>> = {
  // Permalinks: the style "date". Drafts are in _drafts, beside _posts, and therefore not found.
  jekyll: {
    folders: ['_posts', 'docs/_posts', 'src/_posts', 'blog/_posts'],
    permalink: '/:categories/:year/:month/:day/:title.html',
    contentRoots: [],
    exclude: [],
  },
  // Pretty URLs follow the path below content/.
  hugo: { folders: ['content'], permalink: '/:path/', contentRoots: ['content'], exclude: SECTION_PAGES },
  zola: { folders: ['content'], permalink: '/:path/', contentRoots: ['content'], exclude: SECTION_PAGES },
  // The URL is the path below the input folder, which is the project, src or content.
  eleventy: {
    folders: [
      'content/blog',
      'content/posts',
      'src/posts',
      'src/blog',
      '_posts',
      'src/_posts',
      'posts',
      'blog',
    ],
    permalink: '/:path/',
    contentRoots: ['content', 'src/content', 'src'],
    exclude: ['index.*', '**/*.11tydata.*'],
  },
  // The blog template serves the collection "blog" at /blog/. Names with an underscore are not published.
  astro: {
    folders: ['src/content/blog', 'src/content/posts', 'src/data/blog', 'src/pages/blog', 'src/pages/posts'],
    permalink: '/:path/',
    contentRoots: ['src/content', 'src/data', 'src/pages'],
    exclude: ['**/_*/**'],
  },
  hexo: {
    folders: ['source/_posts'],
    permalink: '/:year/:month/:day/:title/',
    contentRoots: [],
    exclude: ['**/_*/**'],
  },
  docusaurus: {
    folders: ['blog', 'website/blog'],
    permalink: '/blog/:year/:month/:day/:slug',
    contentRoots: [],
    exclude: ['**/_*/**', '**/__tests__/**'],
  },
  // A page for each file below the source folder.
  vitepress: {
    folders: ['posts', 'blog', 'articles', 'docs/posts', 'docs/blog', 'src/posts', 'src/blog'],
    permalink: '/:path.html',
    contentRoots: ['docs', 'src', '.'],
    exclude: ['**/.vitepress/**'],
  },
  // What exporters write: Jekyll posts, or a folder of posts; "day and name" is WordPress's usual permalink.
  wordpress: {
    folders: ['_posts', 'output/posts', 'posts', 'content/posts'],
    permalink: '/:year/:month/:day/:slug/',
    contentRoots: [],
    exclude: [],
  },
};

/**
 * Where articles are looked for when nothing says where they are. `articles` is our own name; then the places that only
 * a blog's articles have (`content/posts`, `_posts`, …), and last the general ones, which may hold pages as well.
 */
export const USUAL_FOLDERS: readonly string[] = [
  'articles',
  'content/posts',
  'content/blog',
  '_posts',
  'source/_posts',
  'src/content/blog',
  'src/content/posts',
  'src/posts',
  'posts',
  'blog',
  'content',
];

/** Beside articles at the top of a project, when the project's own folder is the article folder. */
export const PROJECT_FILES: readonly string[] = [
  '{README,CHANGELOG,CONTRIBUTING,LICENSE,LICENCE,CODE_OF_CONDUCT,SECURITY,ARCHITECTURE,AGENTS,CLAUDE,GEMINI}{,.*}',
  '**/{README,LICENSE,LICENCE}.md',
];
