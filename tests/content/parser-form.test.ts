import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { EXTENSIONS, HEADER, KIND, MAGIC, NODE, TYPE } from '../../src/content/parser-form.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('satteri')), 'generated');
const read = (file: string): Promise<Record<string, unknown>> =>
  import(pathToFileURL(join(folder, file)).href);

test('the extensions have the numbers that the parser has for them', async () => {
  const theirs = await read('parse-options.js');
  expect(EXTENSIONS).toEqual({
    tables: theirs.ENABLE_TABLES,
    footnotes: theirs.ENABLE_FOOTNOTES,
    strikethrough: theirs.ENABLE_STRIKETHROUGH,
    taskLists: theirs.ENABLE_TASKLISTS,
    smartPunctuation: theirs.ENABLE_SMART_PUNCTUATION,
    headingAttributes: theirs.ENABLE_HEADING_ATTRIBUTES,
    math: theirs.ENABLE_MATH,
    bareLinks: theirs.ENABLE_GFM,
    definitionLists: theirs.ENABLE_DEFINITION_LIST,
    wikiLinks: theirs.ENABLE_WIKILINKS,
    displayMath: theirs.ENABLE_MATH_MULTI_DOLLAR,
  });
});

test('documents have the form that the parser says', async () => {
  const theirs = await read('arena-layout.js');
  const header = theirs.HEADER as Record<string, number>;
  const field = theirs.FIELD as Record<string, number>;
  expect(MAGIC).toBe(theirs.ARENA_MAGIC);
  expect(HEADER).toEqual({
    nodeSize: header.node_struct_size,
    nodes: header.nodes_offset,
    children: header.children_offset,
    data: header.type_data_offset,
    poolLength: header.string_pool_len,
    pool: header.string_pool_offset,
  });
  expect(NODE).toEqual({
    type: field.node_type,
    firstChild: field.children_start,
    childCount: field.children_count,
    data: field.data_offset,
  });
});

test('nodes and values have the numbers that the parser has for them', async () => {
  const { NAME_TO_TYPE } = (await read('../hast/generated/node-types.js')) as {
    NAME_TO_TYPE: Record<string, number>;
  };
  const { element, text, comment, raw } = NAME_TO_TYPE;
  expect(TYPE).toEqual({ element, text, comment, raw });
  const theirs = await read('wire-constants.js');
  expect(KIND).toEqual({
    true: theirs.PROP_BOOL_TRUE,
    false: theirs.PROP_BOOL_FALSE,
    words: theirs.PROP_SPACE_SEP,
    list: theirs.PROP_COMMA_SEP,
    integer: theirs.PROP_INT,
    numbers: theirs.PROP_COMMA_SEP_NUM,
  });
});
