using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>Refusals and what became of them.</summary>
internal sealed partial class LedgerTransaction
{
    public async Task<IReadOnlyList<RefusalCaseRow>> FindRefusalCasesAsync(
        IReadOnlyCollection<RefusalCaseKey> keys, IReadOnlyCollection<RefusalFamily> families, CancellationToken cancellation) =>
        keys.Count + families.Count == 0
            ? []
            : await session.QueryAsync<RefusalCaseRow>(LedgerSql.FindRefusalCases, new { keys = SqlJson.Write(keys), families = SqlJson.Write(families) }, cancellation);

    public Task<RefusalCaseRow?> FindRefusalCaseAsync(Guid caseId, CancellationToken cancellation) =>
        session.FindAsync<RefusalCaseRow>(LedgerSql.FindRefusalCase, new { caseId }, cancellation);

    public Task<IReadOnlyList<RefusalEventRow>> ListRefusalEventsAsync(Guid caseId, CancellationToken cancellation) =>
        session.QueryAsync<RefusalEventRow>(LedgerSql.ListRefusalEvents, new { caseId }, cancellation);

    public Task<IReadOnlyList<RefusalRow>> ListRefusalsOfAsync(string adapter, Guid submissionId, CancellationToken cancellation) =>
        session.QueryAsync<RefusalRow>(LedgerSql.ListRefusalsOf, new { adapter, submissionId }, cancellation);

    public async Task SaveRefusalCasesAsync(
        IReadOnlyCollection<RefusalCaseRow> opened, IReadOnlyCollection<RefusalCaseRow> changed, IReadOnlyCollection<RefusalEventRow> events, CancellationToken cancellation)
    {
        await WriteAsync(LedgerSql.InsertRefusalCases, opened, cancellation);
        await WriteAsync(LedgerSql.SaveRefusalCases, changed, cancellation);
        await WriteAsync(LedgerSql.AppendRefusalEvents, events, cancellation);
    }
}
