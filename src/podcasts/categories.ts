/** Each with its subcategories. */
const LINES = `Arts: Books; Design; Fashion & Beauty; Food; Performing Arts; Visual Arts
Business: Careers; Entrepreneurship; Investing; Management; Marketing; Non-Profit
Comedy: Comedy Interviews; Improv; Stand-Up
Education: Courses; How To; Language Learning; Self-Improvement
Fiction: Comedy Fiction; Drama; Science Fiction
Government:
History:
Health & Fitness: Alternative Health; Fitness; Medicine; Mental Health; Nutrition; Sexuality
Kids & Family: Education for Kids; Parenting; Pets & Animals; Stories for Kids
Leisure: Animation & Manga; Automotive; Aviation; Crafts; Games; Hobbies; Home & Garden; Video Games
Music: Music Commentary; Music History; Music Interviews
News: Business News; Daily News; Entertainment News; News Commentary; Politics; Sports News; Tech News
Religion & Spirituality: Buddhism; Christianity; Hinduism; Islam; Judaism; Religion; Spirituality
Science: Astronomy; Chemistry; Earth Sciences; Life Sciences; Mathematics; Natural Sciences; Nature; Physics; Social Sciences
Society & Culture: Documentary; Personal Journals; Philosophy; Places & Travel; Relationships
Sports: Baseball; Basketball; Cricket; Fantasy Sports; Football; Golf; Hockey; Rugby; Running; Soccer; Swimming; Tennis; Volleyball; Wilderness; Wrestling
Technology:
True Crime:
TV & Film: After Shows; Film History; Film Interviews; Film Reviews; TV Reviews`;

let categories: ReadonlyMap<string, readonly string[]> | undefined;
let names: ReadonlySet<string> | undefined;

/** The categories of Apple Podcasts, each with its subcategories, as Apple writes them (P1). Most sites have no show that asks for them. */
export function podcastCategories(): ReadonlyMap<string, readonly string[]> {
  categories ??= new Map(LINES.split('\n').map(readLine));
  return categories;
}

function readLine(line: string): readonly [string, readonly string[]] {
  const [name = '', subs = ''] = line.split(':');
  return [name, subs.split(';').flatMap((sub) => sub.trim() || [])];
}

/** All names, whether categories or subcategories. */
export function podcastCategoryNames(): ReadonlySet<string> {
  names ??= new Set([...podcastCategories()].flatMap(([name, subs]) => [name, ...subs]));
  return names;
}

/** The first category that has a subcategory. */
export function parentOf(sub: string): string | undefined {
  return [...podcastCategories()].find(([, subs]) => subs.includes(sub))?.[0];
}
