using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Issue;

namespace Axis.Hub.Statements.Explain;

/// <summary>Looks for the events behind a figure in the ledger, by all that is known now.</summary>
internal sealed class ExplainStatement(IDatabase database)
{
    /// <summary>The lines behind a figure; null when no figure has that name.</summary>
    public async Task<IReadOnlyList<ExplainedLine>?> FindAsync(Guid agency, DateOnly day, string figure, CancellationToken cancellation)
    {
        if (ExplainFigure.Of(figure, agency, day) is not { } explain)
        {
            return null;
        }

        return await database.ReadAsync("statement-explain", async (session, token) =>
        {
            explain.Lines.Clear();
            await ReadCounts.EachDeliveryAsync(day, session, explain.Add, null, token);
            await ReadCounts.EachRefusalAsync(day, session, explain.Add, token);
            await ReadCounts.EachDifferenceAsync(day, session, explain.Add, token);
            return explain.Lines.OrderBy(line => line.From).ThenBy(line => line.Id).ToList();
        }, cancellation);
    }
}
