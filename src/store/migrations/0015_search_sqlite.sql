-- The number of a row is tenant * 2^40 + ticket (store/sqlite/fts_words.h). The columns hold terms, not text.
CREATE VIRTUAL TABLE ticket_fts USING fts5 (subject, people, files, text, tokenize = 'lotse');
