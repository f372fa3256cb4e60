-- What people decided on messages that are no tickets of this desk: another system asks triage and tells what came of it.

-- words_hash: SHA-256 of the message's words. is_current: the newest lesson on these words; older ones were corrected.
-- is_evidence: decided blind, and the first on these words. document: domain/lesson.h.
CREATE TABLE lesson (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    words_hash TEXT NOT NULL,
    is_current SMALLINT NOT NULL,
    is_evidence SMALLINT NOT NULL,
    at BIGINT NOT NULL,
    principal TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX lesson_of_words ON lesson (tenant_id, words_hash) WHERE is_current = 1;
