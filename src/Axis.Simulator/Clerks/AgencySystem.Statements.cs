using System.Globalization;

namespace Axis.Simulator.Clerks;

/// <summary>The axis's daily statements, as a document system fetches them.</summary>
internal sealed partial class AgencySystem
{
    /// <summary>Statements of these days that have come, the newest first.</summary>
    public async Task<IReadOnlyList<ArrivedStatement>> ListStatementsAsync(DateOnly from, DateOnly to, CancellationToken cancellation) =>
        (await GetAsync<StatementPage>(string.Create(CultureInfo.InvariantCulture, $"v1/statements?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"), cancellation)).Items;

    /// <summary>One of its files.</summary>
    /// <param name="format"><c>json</c>, <c>csv</c>, <c>xlsx</c> or <c>pdf</c>.</param>
    public Task<byte[]> OpenStatementAsync(ArrivedStatement statement, string format, CancellationToken cancellation) => http.GetByteArrayAsync(
        string.Create(CultureInfo.InvariantCulture, $"v1/statements/{statement.Day:yyyy-MM-dd}.{format}?agency={statement.Agency}&version={statement.Version}"), cancellation);

    private sealed record StatementPage(IReadOnlyList<ArrivedStatement> Items);
}

/// <summary>A statement that has come to an adapter.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Version">From 1.</param>
/// <param name="Formats">Files that there are of it.</param>
internal sealed record ArrivedStatement(string Agency, DateOnly Day, int Version, IReadOnlyList<string> Formats);
