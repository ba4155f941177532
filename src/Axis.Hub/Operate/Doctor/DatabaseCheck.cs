using System.Data.Common;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Doctor;

/// <summary>Database version, settings and clock.</summary>
internal sealed class DatabaseCheck(IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>False in the second place when nothing else that needs the database can be asked.</summary>
    public async Task<(IReadOnlyList<Diagnosis> Found, bool Usable)> RunAsync(CancellationToken cancellation)
    {
        try
        {
            var wrong = await database.InspectAsync(cancellation);
            if (wrong.Count > 0)
            {
                return ([.. wrong.Select(line => Diagnosis.Wrong("database", line, "run axis-hub migrate with the version of the program that should serve"))], false);
            }

            // The database's own pipeline would wait for it without end.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            var now = await database.ReadAsync("doctor-clock", (session, token) => session.FindAsync<DateTimeOffset>(DoctorSql.FindClock, null, token), patience.Token);
            return ([Diagnosis.Well("database", $"{database.Dialect}, migrated, settings as needed"), Clock.Compare("clock of the database", now, time.GetUtcNow(), Tolerance)], true);
        }
        catch (Exception away) when (away is DbException or IOException or UnauthorizedAccessException || (away is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return ([Diagnosis.Wrong("database", away.Message, "start the database, or set Ledger to its connection string")], false);
        }
    }
}
