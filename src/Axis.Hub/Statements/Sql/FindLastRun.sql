SELECT MAX(Through) AS Day FROM StatementRun WHERE CompletedAt IS NOT NULL;
