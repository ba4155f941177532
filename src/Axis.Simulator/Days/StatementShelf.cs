using System.Globalization;
using Axis.Contracts.Statements;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;

namespace Axis.Simulator.Days;

/// <summary>The statements that the adapters were given, fetched as any document system fetches them.</summary>
internal static class StatementShelf
{
    /// <summary>Every version of every statement of the plan's days.</summary>
    public static async Task<IReadOnlyList<GivenStatement>> ReadAsync(LiveNation nation, DaysPlan plan, CancellationToken cancellation)
    {
        var given = new List<GivenStatement>();
        foreach (var agency in nation.Agencies)
        {
            foreach (var statement in await agency.System.ListStatementsAsync(plan.Start, plan.Last, cancellation))
            {
                given.Add(new(statement, StatementJson.Read(await agency.System.OpenStatementAsync(statement, "json", cancellation))));
            }
        }

        return [.. given.OrderBy(one => one.Content.Day).ThenBy(one => one.Content.Agency.Code, StringComparer.Ordinal).ThenBy(one => one.Arrived.Version)];
    }

    /// <summary>Writes all files of them, one folder for each agency.</summary>
    public static async Task SaveAsync(LiveNation nation, IEnumerable<GivenStatement> statements, string folder, CancellationToken cancellation)
    {
        foreach (var statement in statements)
        {
            var (arrived, of) = (statement.Arrived, Path.Combine(folder, statement.Arrived.Agency));
            Directory.CreateDirectory(of);
            foreach (var format in arrived.Formats)
            {
                await File.WriteAllBytesAsync(
                    Path.Combine(of, string.Create(CultureInfo.InvariantCulture, $"statement-{arrived.Agency}-{arrived.Day:yyyy-MM-dd}-v{arrived.Version}.{format}")),
                    await nation.Agency(arrived.Agency).System.OpenStatementAsync(arrived, format, cancellation), cancellation);
            }
        }
    }
}

/// <summary>A statement as its agency has it.</summary>
/// <param name="Arrived">Its place in the adapter.</param>
/// <param name="Content">What it says.</param>
internal sealed record GivenStatement(ArrivedStatement Arrived, Statement Content);
