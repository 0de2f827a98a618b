export function makeHistory(folder: string, work: string): void;
