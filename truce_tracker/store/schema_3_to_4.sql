CREATE INDEX claim_answering ON claim (answers) WHERE answers IS NOT NULL;
CREATE INDEX claim_retelling ON claim (retells) WHERE retells IS NOT NULL;
CREATE INDEX change_of_removed ON change (list, entry) WHERE entry IS NOT NULL;
