-- The ground of a desk. One text for SQLite and PostgreSQL.
--
-- Every key begins with tenant_id, so one tenant's rows lie together and a foreign key cannot reach another tenant.
-- Times are microseconds since 1970 UTC. Flags are 0 or 1. Vocabularies (status, kind, role, ...) are stored as their
-- position in domain/*.h, which may only be appended to. Lists and documents are JSON as text.
--
-- References. A row that belongs to a ticket or an article cannot exist without it: that is a foreign key. A reference
-- that may be empty (the queue of a category, the owner of a ticket) or that people change is 0 for "none" and has no
-- foreign key; src/desk checks it. So "unassigned" is an index range like any other owner.
--
-- {blob} and {without_rowid} are filled in by migrate.cpp.

CREATE TABLE tenant (
    id BIGINT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL
);

CREATE TABLE counter (
    tenant_id BIGINT NOT NULL,
    noun TEXT NOT NULL,
    next BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, noun)
) {without_rowid};

CREATE TABLE note (
    tenant_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (tenant_id, key)
);

-- Set-up ---------------------------------------------------------------------------------------------------------

CREATE TABLE queue (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    address TEXT,  -- NULL: none, so that many queues may have none
    lead_id BIGINT NOT NULL,
    skills TEXT NOT NULL,
    calendar_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX queue_by_name ON queue (tenant_id, name);
CREATE UNIQUE INDEX queue_by_address ON queue (tenant_id, address);

CREATE TABLE category (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    parent_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    queue_id BIGINT NOT NULL,
    skills TEXT NOT NULL,
    keywords TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX category_by_key ON category (tenant_id, key);

CREATE TABLE calendar (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE policy (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    calendar_id BIGINT NOT NULL,
    targets TEXT NOT NULL,
    is_default SMALLINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE mailbox (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    address TEXT NOT NULL,
    queue_id BIGINT NOT NULL,
    host TEXT NOT NULL,
    port BIGINT NOT NULL,
    security TEXT NOT NULL,
    account TEXT NOT NULL,
    password {blob} NOT NULL,  -- sealed by access/vault.h
    auth TEXT NOT NULL,
    folder TEXT NOT NULL,
    after_storing TEXT NOT NULL,
    move_to TEXT NOT NULL,
    is_enabled SMALLINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- Apart from the mailbox, so that reading mail does not move the version that an admin edits.
CREATE TABLE mailbox_cursor (
    tenant_id BIGINT NOT NULL,
    mailbox_id BIGINT NOT NULL,
    uid_validity BIGINT NOT NULL,
    last_uid BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, mailbox_id),
    FOREIGN KEY (tenant_id, mailbox_id) REFERENCES mailbox (tenant_id, id)
) {without_rowid};

-- People ---------------------------------------------------------------------------------------------------------

CREATE TABLE agent (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    role SMALLINT NOT NULL,
    languages TEXT NOT NULL,
    skills TEXT NOT NULL,
    queues TEXT NOT NULL,
    capacity BIGINT NOT NULL,
    is_available SMALLINT NOT NULL,
    is_disabled SMALLINT NOT NULL,
    last_assigned_at BIGINT,
    created_at BIGINT NOT NULL,
    password_hash TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX agent_by_email ON agent (tenant_id, email);

CREATE TABLE organization (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    domains TEXT NOT NULL,
    queue_id BIGINT NOT NULL,
    policy_id BIGINT NOT NULL,
    is_vip SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE organization_domain (
    tenant_id BIGINT NOT NULL,
    domain TEXT NOT NULL,
    organization_id BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, domain),
    FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id)
) {without_rowid};
CREATE INDEX organization_domain_by_organization ON organization_domain (tenant_id, organization_id);

-- name_key and email_key are what look-ups compare: folded, short (PostgreSQL refuses long keys) and bytes, because
-- bytes sort alike everywhere, while text sorts as the database was once set up. email_key is NULL without an address.
CREATE TABLE customer (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    organization_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    name_key {blob} NOT NULL,
    email_key {blob},
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX customer_by_email ON customer (tenant_id, email_key);
CREATE INDEX customer_by_name ON customer (tenant_id, name_key);

-- Tickets --------------------------------------------------------------------------------------------------------

CREATE TABLE ticket (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    status SMALLINT NOT NULL,
    channel SMALLINT NOT NULL,
    customer_id BIGINT NOT NULL,
    organization_id BIGINT NOT NULL,
    queue_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    category_id BIGINT NOT NULL,
    type SMALLINT NOT NULL,
    has_type SMALLINT NOT NULL,
    impact SMALLINT NOT NULL,
    urgency SMALLINT NOT NULL,
    priority SMALLINT NOT NULL,
    is_unreadable SMALLINT NOT NULL,
    is_escalated SMALLINT NOT NULL,
    follows_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    first_reply_at BIGINT,
    solved_at BIGINT,
    closed_at BIGINT,
    first_reply_due_at BIGINT,
    solution_due_at BIGINT,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
) {without_rowid};

-- What list_tickets walks (store/ticket_paths.h). An index that carries priority before updated_at serves both sorts:
-- by priority as it stands, by time as a merge of four ranges. Due times exist only while somebody waits, so these
-- indexes are partial and a closed ticket costs nothing there. "No firm", "no category", "language unknown" and "by mail"
-- are most of many a desk: those are found by walking the whole list, and cost no index entry. There is no index of a
-- customer's tickets by created_at: few have many, and entries of customers lie in cold pages, which cost most.
CREATE INDEX ticket_by_status ON ticket (tenant_id, status, priority, updated_at, id);
CREATE INDEX ticket_by_queue ON ticket (tenant_id, queue_id, status, priority, updated_at, id);
CREATE INDEX ticket_by_agent ON ticket (tenant_id, agent_id, status, priority, updated_at, id);
CREATE INDEX ticket_by_customer ON ticket (tenant_id, customer_id, status, priority, updated_at, id);
CREATE INDEX ticket_by_organization ON ticket (tenant_id, organization_id, status, priority, updated_at, id)
    WHERE organization_id <> 0;
CREATE INDEX ticket_by_category ON ticket (tenant_id, category_id, status, priority, updated_at, id)
    WHERE category_id <> 0;
CREATE INDEX ticket_by_language ON ticket (tenant_id, language, status, priority, updated_at, id)
    WHERE language <> '';
CREATE INDEX ticket_by_channel ON ticket (tenant_id, channel, status, priority, updated_at, id)
    WHERE channel <> 0;
CREATE INDEX ticket_escalated ON ticket (tenant_id, is_escalated, status, priority, updated_at, id)
    WHERE is_escalated = 1;
CREATE INDEX ticket_created ON ticket (tenant_id, status, created_at, id);
CREATE INDEX ticket_created_queue ON ticket (tenant_id, queue_id, status, created_at, id);
CREATE INDEX ticket_created_agent ON ticket (tenant_id, agent_id, status, created_at, id);
CREATE INDEX ticket_created_category ON ticket (tenant_id, category_id, status, created_at, id)
    WHERE category_id <> 0;
CREATE INDEX ticket_created_organization ON ticket (tenant_id, organization_id, status, created_at, id)
    WHERE organization_id <> 0;
CREATE INDEX ticket_reply_due ON ticket (tenant_id, status, first_reply_due_at, id)
    WHERE first_reply_due_at IS NOT NULL;
CREATE INDEX ticket_reply_due_queue ON ticket (tenant_id, queue_id, status, first_reply_due_at, id)
    WHERE first_reply_due_at IS NOT NULL;
CREATE INDEX ticket_reply_due_agent ON ticket (tenant_id, agent_id, status, first_reply_due_at, id)
    WHERE first_reply_due_at IS NOT NULL;
CREATE INDEX ticket_solution_due ON ticket (tenant_id, status, solution_due_at, id)
    WHERE solution_due_at IS NOT NULL;
CREATE INDEX ticket_solution_due_queue ON ticket (tenant_id, queue_id, status, solution_due_at, id)
    WHERE solution_due_at IS NOT NULL;
CREATE INDEX ticket_solution_due_agent ON ticket (tenant_id, agent_id, status, solution_due_at, id)
    WHERE solution_due_at IS NOT NULL;
-- first_reply_samples: answered without a look at the rows.
CREATE INDEX ticket_answered ON ticket (tenant_id, queue_id, priority, created_at, first_reply_at)
    WHERE first_reply_at IS NOT NULL;

-- Kept by store/ticket_counts.cpp in the transaction that changes the ticket. `slot` (ticket id modulo 16) spreads a
-- busy queue over several rows, or PostgreSQL would let one commit at a time into each queue.
CREATE TABLE queue_count (
    tenant_id BIGINT NOT NULL,
    queue_id BIGINT NOT NULL,
    status SMALLINT NOT NULL,
    slot SMALLINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, queue_id, status, slot)
) {without_rowid};

-- New and open tickets per owner.
CREATE TABLE agent_count (
    tenant_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, agent_id)
) {without_rowid};

-- `parts` says where new_text, quoted and signature lie in `text` (store/article_text.h), so no byte is kept twice.
CREATE TABLE article (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    author SMALLINT NOT NULL,
    agent_id BIGINT NOT NULL,
    channel SMALLINT NOT NULL,
    proof SMALLINT NOT NULL,
    is_automatic SMALLINT NOT NULL,
    is_quarantined SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    language TEXT NOT NULL,
    from_name TEXT NOT NULL,
    from_address TEXT NOT NULL,
    recipients TEXT NOT NULL,
    cc TEXT NOT NULL,
    message_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    remark TEXT NOT NULL,
    parts TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX article_by_ticket ON article (tenant_id, ticket_id, id);

CREATE TABLE attachment (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    article_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    content_id TEXT NOT NULL,
    is_inline SMALLINT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX attachment_by_ticket ON attachment (tenant_id, ticket_id, id);

CREATE TABLE raw_message (
    tenant_id BIGINT NOT NULL,
    article_id BIGINT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes {blob} NOT NULL,
    PRIMARY KEY (tenant_id, article_id),
    FOREIGN KEY (tenant_id, article_id) REFERENCES article (tenant_id, id)
);

-- key_hash: SHA-256 of the delivery key, which may be long.
CREATE TABLE delivery (
    tenant_id BIGINT NOT NULL,
    key_hash {blob} NOT NULL,
    door TEXT NOT NULL,
    ticket_id BIGINT NOT NULL,
    article_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, key_hash)
) {without_rowid};

-- The log --------------------------------------------------------------------------------------------------------

CREATE TABLE event (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    article_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    actor SMALLINT NOT NULL,
    agent_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    needs_settling SMALLINT NOT NULL,
    settled_at BIGINT,
    data TEXT NOT NULL,  -- "" for an empty object
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX event_by_ticket ON event (tenant_id, ticket_id, id);
CREATE INDEX event_unsettled ON event (tenant_id, id) WHERE needs_settling = 1;

-- The changes of one step in one row: they are written and read together.
CREATE TABLE change_set (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    changes TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);

CREATE TABLE suggestion (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);

-- Outbox ---------------------------------------------------------------------------------------------------------

-- state: 0 waiting, 1 sent, 2 dead. A worker that takes a notice moves next_try_at to the end of its lease.
-- to_hash and message_hash are 64 bits of SHA-256 in place of text that may be long; the text is compared as well.
CREATE TABLE notice (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    article_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    is_automatic SMALLINT NOT NULL,
    state SMALLINT NOT NULL,
    tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    sent_at BIGINT,
    to_hash BIGINT NOT NULL,
    message_hash BIGINT NOT NULL,
    language TEXT NOT NULL,
    to_name TEXT NOT NULL,
    to_address TEXT NOT NULL,
    message_id TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    message_references TEXT NOT NULL,
    last_error TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
);
CREATE INDEX notice_by_ticket ON notice (tenant_id, ticket_id, id);
CREATE INDEX notice_by_message ON notice (tenant_id, message_hash);
CREATE INDEX notice_waiting ON notice (tenant_id, next_try_at, id) WHERE state = 0;
CREATE INDEX notice_waiting_pair ON notice (tenant_id, ticket_id, to_hash, created_at, id) WHERE state = 0;
CREATE INDEX notice_dead ON notice (tenant_id, id) WHERE state = 2;
CREATE INDEX notice_automatic_to ON notice (tenant_id, to_hash, created_at) WHERE is_automatic = 1;
CREATE INDEX notice_automatic ON notice (tenant_id, kind, created_at) WHERE is_automatic = 1;

CREATE TABLE timer (
    tenant_id BIGINT NOT NULL,
    ticket_id BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    due_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id, kind),
    FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id)
) {without_rowid};
CREATE INDEX timer_due ON timer (tenant_id, due_at, ticket_id, kind);

-- Credentials ----------------------------------------------------------------------------------------------------

CREATE TABLE token (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    scopes TEXT NOT NULL,
    agent_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    last_used_at BIGINT,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX token_by_hash ON token (tenant_id, hash);

CREATE TABLE session (
    tenant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    hash TEXT NOT NULL,
    agent_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX session_by_hash ON session (tenant_id, hash);
CREATE INDEX session_by_agent ON session (tenant_id, agent_id);

-- call_hash: SHA-256 of principal, route and key.
CREATE TABLE keyed_call (
    tenant_id BIGINT NOT NULL,
    call_hash {blob} NOT NULL,
    principal TEXT NOT NULL,
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    status BIGINT NOT NULL,
    response TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, call_hash)
);
CREATE INDEX keyed_call_by_age ON keyed_call (tenant_id, at);

-- Triage models --------------------------------------------------------------------------------------------------

CREATE TABLE model (
    tenant_id BIGINT NOT NULL,
    version TEXT NOT NULL,
    bytes {blob} NOT NULL,
    report TEXT NOT NULL,
    is_serving SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, version)
);
CREATE UNIQUE INDEX model_serving ON model (tenant_id) WHERE is_serving = 1;
