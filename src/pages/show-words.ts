/** What the page of a show says besides. */
export interface ShowWords {
  /** Above the links to apps. */
  readonly apps: string;
  readonly episodes: string;
  readonly chapters: string;
  readonly transcript: string;
}

const say = (apps: string, episodes: string, chapters: string, transcript: string): ShowWords => ({
  apps,
  episodes,
  chapters,
  transcript,
});

const ENGLISH = say('Listen in a podcast app', 'Latest episodes', 'Chapters', 'Transcript');

const WORDS: Readonly<Record<string, ShowWords>> = {
  en: ENGLISH,
  de: say('In einer Podcast-App hören', 'Neueste Folgen', 'Kapitel', 'Transkript'),
  fr: say('Écouter dans une app de podcasts', 'Derniers épisodes', 'Chapitres', 'Transcription'),
  es: say('Escuchar en una app de podcasts', 'Últimos episodios', 'Capítulos', 'Transcripción'),
  it: say('Ascolta in un’app di podcast', 'Ultimi episodi', 'Capitoli', 'Trascrizione'),
  pt: say('Ouvir em um aplicativo de podcasts', 'Últimos episódios', 'Capítulos', 'Transcrição'),
  nl: say('Luister in een podcastapp', 'Nieuwste afleveringen', 'Hoofdstukken', 'Transcript'),
  pl: say('Słuchaj w aplikacji do podcastów', 'Najnowsze odcinki', 'Rozdziały', 'Transkrypcja'),
  uk: say('Слухати в застосунку для подкастів', 'Останні випуски', 'Розділи', 'Розшифровка'),
  ar: say('استمع في تطبيق بودكاست', 'أحدث الحلقات', 'الفصول', 'النص المكتوب'),
  fa: say('شنیدن در برنامهٔ پادکست', 'تازه‌ترین قسمت‌ها', 'فصل‌ها', 'متن گفتار'),
  he: say('האזנה באפליקציית פודקאסטים', 'פרקים אחרונים', 'קטעים', 'תמלול'),
  ja: say('ポッドキャストアプリで聴く', '最新エピソード', 'チャプター', '文字起こし'),
  zh: say('在播客应用中收听', '最新单集', '章节', '文字稿'),
};

/** @param language of the page, as `chooseWords` gives it */
export function chooseShowWords(language: string): ShowWords {
  return WORDS[language.split('-')[0] ?? ''] ?? ENGLISH;
}
