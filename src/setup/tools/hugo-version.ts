import { asData, asText, type Data, keyOf, type Project } from './project.ts';

/** Files that say which Hugo builds the site, in the folder of its configuration or at the top of the project. */
const FILES: readonly string[] = [
  'netlify.toml',
  'vercel.json',
  'render.yaml',
  'amplify.yml',
  '.gitlab-ci.yml',
  '.hugo-version',
  '.hvm',
  '.tool-versions',
  'mise.toml',
  'package.json',
  'Dockerfile',
];

/** `HUGO_VERSION = "0.162.1"`, `hugo-version: 0.164.0`, `"hugo-extended": "^0.120.0"`, `hugo extended_0.121.1`. */
const VERSION =
  /hugo[-_ ]?(?:version|extended|bin(?:-extended)?|image)?[^\w\n]{0,8}(?:extended_)?v?0\.(\d{2,3})\b/i;

/** The home page that Hugo made says by whom. */
const GENERATOR = /<meta name="?generator"? content="?Hugo 0\.(\d+)/i;

/**
 * The version of Hugo that builds a site, by what its files and the built site say.
 * @param built the folder of the built site, below the configuration
 * @returns 123 for 0.123; undefined where nothing says it
 */
export function readHugoVersion(data: Data, built: string, project: Project): number | undefined {
  const minimum = asText(keyOf(asData(keyOf(asData(keyOf(data, 'module')), 'hugoversion')), 'min'));
  const workflows = project
    .list('.github/workflows/')
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `.github/workflows/${name}`);
  const said = [...FILES, ...workflows].flatMap((name) => VERSION.exec(project.text(name) ?? '')?.[1] ?? []);
  const made = GENERATOR.exec(project.text(`${built}/index.html`) ?? '')?.[1];
  const [version = /^0\.(\d+)/.exec(minimum ?? '')?.[1]] = made === undefined ? said : [made];
  // The key came with 0.158.
  return version === undefined ? (keyOf(data, 'locale') === undefined ? undefined : 158) : Number(version);
}
