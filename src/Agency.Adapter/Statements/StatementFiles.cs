using Agency.Adapter.Spool;
using Dapper;

namespace Agency.Adapter.Statements;

/// <summary>The statements in the spool.</summary>
internal sealed class StatementFiles(SpoolDatabase database)
{
    /// <summary>Keeps the files of a package in the transaction that takes it in.</summary>
    public static void Save(SpoolTransaction transaction, IReadOnlyList<StatementFileRow> files, DateTimeOffset at)
    {
        foreach (var file in files)
        {
            transaction.Execute(SpoolSql.AddStatement, new { file.Agency, file.Day, file.Version, file.Format, file.Bytes, ReceivedAt = at.Stamp() });
        }
    }

    /// <summary>What is here of these days, the newest day and version first, without the bytes.</summary>
    public IReadOnlyList<StatementFileRow> List(DateOnly from, DateOnly to) => database.Read(spool =>
        spool.Query<StatementFileRow>(SpoolSql.ListStatements, new { From = from.DayNumber, To = to.DayNumber }).AsList());

    /// <summary>One file, of the newest version when none is named; <c>null</c> when it is not here.</summary>
    public StatementFileRow? Find(string agency, DateOnly day, int? version, string format) => database.Read(spool =>
        spool.QueryFirstOrDefault<StatementFileRow>(SpoolSql.FindStatement, new { Agency = agency, Day = day.DayNumber, Version = version, Format = format }));

    /// <summary>Removes what is older than a day.</summary>
    public Task RemoveBeforeAsync(DateOnly day) => database.WriteAsync(transaction =>
    {
        transaction.Execute(SpoolSql.RemoveStatements, new { Before = day.DayNumber });
    });
}
