-- What an agent writes before it is an article, and what a team keeps beside a ticket.

-- expires_at: NULL while a draft holds it. The bytes lie in the blob folder by their content.
CREATE TABLE upload (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    is_inline SMALLINT NOT NULL,
    size BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    content_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX upload_expires ON upload (tenant_id, expires_at, id) WHERE expires_at IS NOT NULL;

-- One draft of a ticket and kind (domain/enums.h: message or note). A draft that was sent or thrown away leaves its row
-- behind, empty and with its revision moved on, so that an autosave which comes late finds that it is late.
CREATE TABLE draft (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    revision BIGINT NOT NULL,
    is_empty SMALLINT NOT NULL,
    agent_id BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    recipients TEXT NOT NULL,
    cc TEXT NOT NULL,
    attachments TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, kind),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX draft_by_agent ON draft (tenant_id, agent_id, updated_at, ticket_id, kind) WHERE is_empty = 0;

-- A reply that goes out later. Whoever deletes the row has it: the job that sends, or the person who takes it back.
CREATE TABLE scheduled_reply (
    tenant_id BIGINT NOT NULL,
    article_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    send_at BIGINT NOT NULL,
    then_status SMALLINT NOT NULL,
    is_forward SMALLINT NOT NULL,
    agent_id BIGINT NOT NULL,
    principal TEXT NOT NULL,
    PRIMARY KEY (tenant_id, article_id),
    FOREIGN KEY (tenant_id, article_id) REFERENCES article (tenant_id, id)
);
CREATE INDEX scheduled_reply_due ON scheduled_reply (tenant_id, send_at, article_id);
CREATE INDEX scheduled_reply_by_ticket ON scheduled_reply (tenant_id, ticket_id, article_id);

-- texts: by language. shortcut_key: NULL without a shortcut, else folded.
CREATE TABLE answer (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    shortcut TEXT NOT NULL,
    shortcut_key {blob},
    queues TEXT NOT NULL,
    texts TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX answer_by_shortcut ON answer (tenant_id, shortcut_key);

CREATE TABLE macro (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    queues TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- owner: 0 a queue, 1 an agent.
CREATE TABLE signature (
    tenant_id BIGINT NOT NULL,
    owner SMALLINT NOT NULL,
    owner_id BIGINT NOT NULL,
    texts TEXT NOT NULL,
    PRIMARY KEY (tenant_id, owner, owner_id)
);

CREATE TABLE mention (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    article_id BIGINT NOT NULL,
    by_agent_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX mention_by_agent ON mention (tenant_id, agent_id, id);
CREATE INDEX mention_unread ON mention (tenant_id, agent_id, id) WHERE read_at IS NULL;

CREATE TABLE follower (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, agent_id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};

CREATE TABLE checklist_item (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    done_at BIGINT,
    done_by_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);

CREATE TABLE time_entry (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    minutes BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    activity TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);

-- Asleep until then. Both indexes hold sleeping tickets only: the list of them, and who wakes next.
ALTER TABLE ticket ADD COLUMN snoozed_until BIGINT;
CREATE INDEX ticket_snoozed ON ticket (tenant_id, status, priority, updated_at, id, snoozed_until)
    WHERE snoozed_until IS NOT NULL;
CREATE INDEX ticket_wakes ON ticket (tenant_id, snoozed_until, id) WHERE snoozed_until IS NOT NULL;
