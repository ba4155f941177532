using System.Security.Cryptography;
using System.Text;
using Axis.Contracts.Calendar;
using Axis.Hub.Platform.Storage;
using MassTransit;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>Versions of the working calendar in the ledger. Numbers rise by one; of two that are made at once the later one is decided again.</summary>
internal sealed class CalendarStore(IDatabase database, TimeProvider time)
{
    public Task<int> FindVersionAsync(CancellationToken cancellation) =>
        database.ReadAsync("calendar-version", (session, token) => session.FindAsync<int>(CalendarSql.FindVersion, null, token), cancellation);

    /// <summary>The newest version, from one consistent read.</summary>
    public Task<CalendarState> LoadAsync(CancellationToken cancellation) => database.ReadAsync("calendar-load", LoadAsync, cancellation);

    /// <summary>Without their days, oldest first.</summary>
    public Task<IReadOnlyList<CalendarVersionRow>> ListAsync(CancellationToken cancellation) =>
        database.ReadAsync("calendar-list", (session, token) => session.QueryAsync<CalendarVersionRow>(CalendarSql.ListVersions, null, token), cancellation);

    /// <summary>The days in force under a version; null: those of the settings.</summary>
    public Task<WorkingCalendar?> FindDaysAsync(int version, CancellationToken cancellation) =>
        database.ReadAsync("calendar-days", (session, token) => FindDaysAsync(session, version, token), cancellation);

    /// <summary>Makes a version of the days that <paramref name="decide"/> answers for the newest state, with its line in the audit trail; nothing when it answers none.</summary>
    public Task<T> ChangeAsync<T>(RegistryAct act, Func<CalendarState, (WorkingCalendar? Days, T Result)> decide, CancellationToken cancellation) =>
        database.WriteAsync("calendar-change", async (session, token) =>
        {
            var (days, result) = decide(await LoadAsync(session, token));
            if (days is null)
            {
                return result;
            }

            await AppendAsync(session, act.Subject, CalendarFile.Write(days), act.Detail, act.Actor, time.GetUtcNow(), token);
            await session.ExecuteAsync(RegistrySql.AppendAudit, new
            {
                auditId = NewId.NextSequentialGuid(),
                actor = act.Actor,
                action = act.Action,
                subject = SqlWidth.Cut(act.Subject, SqlWidth.Subject),
                detail = act.Detail,
                at = time.GetUtcNow(),
            }, token);
            return result;
        }, cancellation);

    /// <summary>Makes a version inside a transaction; <paramref name="days"/> null: the days stay, and only hours have changed.</summary>
    public static async Task AppendAsync(
        ISqlSession session, string subject, string? days, string reason, string actor, DateTimeOffset at, CancellationToken cancellation)
    {
        var number = await session.FindAsync<int>(CalendarSql.FindVersion, null, cancellation) + 1;
        await session.ExecuteAsync(CalendarSql.InsertVersion, new
        {
            number,
            subject = SqlWidth.Cut(subject, SqlWidth.Subject),
            days,
            sha256 = days is null ? null : Sha256Of(days),
            reason,
            actor,
            appliedAt = at,
        }, cancellation);
    }

    /// <summary>Lower-case hex SHA-256 of the days as they are kept.</summary>
    public static string Sha256Of(string days) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(days)));

    private static async Task<CalendarState> LoadAsync(ISqlSession session, CancellationToken cancellation)
    {
        var version = await session.FindAsync<int>(CalendarSql.FindVersion, null, cancellation);
        var hours = await session.QueryAsync<HoursRow>(CalendarSql.ListHours, null, cancellation);
        return new(version, await FindDaysAsync(session, version, cancellation), AgencyHours.Of(hours));
    }

    private static async Task<WorkingCalendar?> FindDaysAsync(ISqlSession session, int version, CancellationToken cancellation) =>
        await session.FindAsync<string>(CalendarSql.FindDays, new { number = version }, cancellation) is not { } text ? null
        : CalendarFile.Read(text) is CalendarOutcome.Read read ? read.Calendar
        : throw new InvalidDataException($"The days of the working calendar at version {version} cannot be read.");
}
