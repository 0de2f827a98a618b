import { getCollection } from 'astro:content';

export const listEssays = () => getCollection('essays');
