-- What a firm's and a customer's tickets are due: their lists sorted by due time. Only tickets that wait have one.
CREATE INDEX ticket_reply_due_organization ON ticket (tenant_id, organization_id, status, first_reply_due_at, id)
    WHERE first_reply_due_at IS NOT NULL AND organization_id <> 0;
CREATE INDEX ticket_solution_due_organization ON ticket (tenant_id, organization_id, status, solution_due_at, id)
    WHERE solution_due_at IS NOT NULL AND organization_id <> 0;
CREATE INDEX ticket_reply_due_customer ON ticket (tenant_id, customer_id, status, first_reply_due_at, id)
    WHERE first_reply_due_at IS NOT NULL;
CREATE INDEX ticket_solution_due_customer ON ticket (tenant_id, customer_id, status, solution_due_at, id)
    WHERE solution_due_at IS NOT NULL;
