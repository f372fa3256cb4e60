-- Mail of the desk itself to one person that belongs to no ticket. state: 0 waiting, 1 given up; what is sent is gone. A
-- worker that takes one moves next_try_at to the end of its lease. text: sealed, it may hold a link that signs somebody
-- in; empty once the letter is given up.
CREATE TABLE letter (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    state SMALLINT NOT NULL,
    kind SMALLINT NOT NULL,
    tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    from_name TEXT NOT NULL,
    to_name TEXT NOT NULL,
    to_address TEXT NOT NULL,
    language TEXT NOT NULL,
    message_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    text {blob} NOT NULL,
    last_error TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX letter_waiting ON letter (tenant_id, next_try_at, id) WHERE state = 0;
CREATE INDEX letter_dead ON letter (tenant_id, id) WHERE state = 1;
