import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

const schema = z.object({ title: z.string(), date: z.coerce.date() });
const posts = defineCollection({ loader: glob({ base: './src/data/posts', pattern: '**/[^_]*.md' }), schema });
const notes = defineCollection({ loader: glob({ base: './src/data/notes', pattern: '**/*.md' }), schema });
const texts = defineCollection({ loader: glob({ pattern: 'long/**/*.md', base: './src/texts' }), schema });

const deep = defineCollection({ loader: glob({ base: './src/data/deep', pattern: '**/*.md' }), schema });

export const collections = { posts, notes, essays: texts, deep };
