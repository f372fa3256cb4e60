-- Capacity in units a channel. limits: {"phone": 2}, open tickets of one channel at once, where somebody has such a limit.
ALTER TABLE agent ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';

-- New and open tickets per owner and channel; instead of agent_count.
CREATE TABLE open_count (
    tenant_id BIGINT NOT NULL,
    agent_id BIGINT NOT NULL,
    channel SMALLINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, agent_id, channel)
) {without_rowid};
INSERT INTO open_count (tenant_id, agent_id, channel, n)
SELECT tenant_id, agent_id, channel, COUNT(*) FROM ticket WHERE agent_id <> 0 AND status IN (0, 1)
GROUP BY tenant_id, agent_id, channel;
DROP TABLE agent_count;

-- By which a waiting ticket came: what it weighs.
ALTER TABLE pool_ticket ADD COLUMN channel SMALLINT NOT NULL DEFAULT 0;
UPDATE pool_ticket SET
    channel = (SELECT channel FROM ticket WHERE ticket.tenant_id = pool_ticket.tenant_id AND ticket.id = pool_ticket.ticket_id);
