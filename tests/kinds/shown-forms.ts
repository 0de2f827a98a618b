import { DIALECTS, type Dialect, type Form, forms, MDX } from './dialects.ts';

const TAGS: readonly Dialect[] = ['plain', 'jekyll', 'eleventy', 'hexo'];
const COMPONENTS: readonly Dialect[] = [...MDX, 'vitepress', 'plain'];
const TEXT = 'The quokka eats all the leaves of the garden.';
const URL = 'https://quokka.example/a';

/** What constructs of names that nobody knows show of their arguments: every form shows a quokka. */
export const SHOWN: readonly Form[] = [
  ...forms(
    'previews of pages',
    ['plain', 'hugo'],
    `{{< preview "${URL}" >}}`,
    `{{< embed src="${URL}" >}}`,
    `{{< mastodon url="${URL}" >}}`,
    `{{% bookmark ${URL} %}}`,
  ),
  ...forms(
    'previews of pages',
    TAGS,
    `{% previewExternal "${URL}" %}`,
    `{% link_preview ${URL} %}`,
    `{% oembed '${URL}' %}`,
    `{% include bookmark.html url="${URL}" %}`,
  ),
  ...forms(
    'previews of pages',
    ['plain', 'zola'],
    `{{ preview(url="${URL}") }}`,
    `{{ card(link="${URL}") }}`,
  ),
  ...forms(
    'previews of pages',
    COMPONENTS,
    `<Preview url="${URL}" />`,
    `<LinkPreview id="${URL}" />`,
    `<Tweet id="${URL}" />`,
    `<ReactPlayer url="${URL}" />`,
    `<Bookmark href="${URL}" />`,
  ),
  ...forms(
    'a word of components',
    COMPONENTS,
    '<Badge type="tip" text="quokka" />',
    'A <Chip text="quokka" /> b',
  ),
  ...forms('a word of shortcodes', ['plain', 'hugo'], '{{< badge text="quokka" >}}'),
  ...forms(
    'images of components',
    COMPONENTS,
    '<Gallery images="/quokka.jpg,/b.jpg" />',
    '<Gallery images="/a.jpg, /quokka.jpg" />',
    '<Gallery images={["/a.jpg", "/quokka.jpg"]} />',
    "<Gallery :images=\"['/a.jpg', '/quokka.jpg']\" />",
    '<Gallery items={[{ src: "/a.jpg" }, { src: "/quokka.jpg" }]} />',
    '<Hero image="/quokka.jpg" />',
    '<Compare before="/a.jpg" after="/quokka.jpg" />',
    '<Clip video="/quokka.mp4" />',
    '<Clip audio="/quokka.mp3" />',
  ),
  ...forms(
    'images of components',
    MDX,
    'import a from "./quokka.jpg";\n\n<Gallery images={[a]} />',
    'import a from "./quokka.jpg";\n\n<Gallery images={[{ image: a.src, alt: "x" }]} />',
    'import a from "./quokka.jpg";\n\n<Picture src={a} formats={["avif"]} alt="x" />',
    '<ThemedImage sources={{ light: useBaseUrl("/quokka.jpg"), dark: "/b.jpg" }} />',
  ),
  ...forms(
    'images of components',
    ['plain', 'hugo'],
    '{{< gallery images="a.jpg,quokka.jpg" >}}',
    '{{< gallery "a.jpg" "quokka.jpg" >}}',
    '{{< compare before="a.jpg" after="quokka.jpg" >}}',
    '{{< gallery img1="a.jpg" img2="quokka.jpg" caption="x" >}}',
  ),
  ...forms(
    'images of components',
    TAGS,
    '{% gallery "a.jpg", "quokka.jpg" %}',
    '{% grid a.jpg quokka.jpg %}',
  ),
  ...forms('images of components', ['plain', 'zola'], '{{ gallery(images=["a.jpg", "quokka.jpg"]) }}'),
  ...forms(
    'sentences of components',
    COMPONENTS,
    `<Foo text="${TEXT}" />`,
    `<Foo title="${TEXT}" icon="x" />`,
    `<Foo caption="${TEXT}" />`,
    `<Foo label="${TEXT}" />`,
    `<Foo note="${TEXT}">\n\nText\n\n</Foo>`,
    `* a <Foo text="${TEXT}" />`,
    `> <Foo text="${TEXT}" />`,
    `| a |\n|---|\n| <Foo text="${TEXT}" /> |`,
    '<Card title="Wild quokka" icon="x" />',
    `<LinkCard href="/x" title="a" description="${TEXT}" />`,
  ),
  ...forms(
    'links',
    ['jekyll'],
    '[x](https://quokka.example/a_(b\\)) garden.',
    '![x](/quokka_(b\\).png) garden.',
  ),
  ...forms(
    'links',
    DIALECTS,
    '[x](https://quokka.example/a_\\(b\\)) garden.',
    '[x](<https://quokka.example/a_(b>) garden.',
  ),
];
