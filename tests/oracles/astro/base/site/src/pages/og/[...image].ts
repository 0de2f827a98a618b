import { getCollection } from 'astro:content';

/** A file for each article, which is no page of it. */
export async function getStaticPaths() {
  return (await getCollection('posts')).map(({ id }) => ({ params: { image: `${id}.txt` } }));
}

export const GET = () => new Response('image');
