export const keeper = { home: 'https://lamp.example.se' };
