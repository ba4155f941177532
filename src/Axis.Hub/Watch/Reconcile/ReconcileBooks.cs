using System.Globalization;
using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>
/// Compares the books that an adapter posts with the hub's, keeps what they differ in, and answers it. The same books are compared once, however often and to however many hubs they are posted;
/// an older reading of the spool than the newest one is answered and changes nothing.
/// </summary>
internal sealed class ReconcileBooks(IDatabase database, IAgencyRegistry registry, TimeProvider time, ILogger<ReconcileBooks> log)
{
    /// <summary>What the books of a day have to tell of.</summary>
    public Task<ExpectedBooks> ExpectAsync(string adapter, DateOnly day, CancellationToken cancellation) => database.ReadAsync("books-expected", (session, token) =>
        ReadHubBooks.ExpectedAsync(session, adapter, day, SqlTime.Cut(time.GetUtcNow()), token), cancellation);

    /// <summary>Compares, keeps and answers.</summary>
    public async Task<ReconciliationAnswer> CompareAsync(string adapter, BooksOutcome.Read books, CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var (head, now) = (books.Head, SqlTime.Cut(time.GetUtcNow()));
        var (answered, hub) = await database.ReadAsync("books-read", async (session, token) => await FindAsync(session, adapter, books, token) is { } row
            ? (row, (HubBooks?)null)
            : ((ReconciliationRow?)null, await ReadHubBooks.AllAsync(session, adapter, head.Day, books.Lines, AgencyOf, now, token)), cancellation);
        if (answered is not null)
        {
            return AnswerOf(answered);
        }

        var compared = CompareBooks.Of(head, books.Lines, hub!);
        var answer = await database.WriteAsync("books-keep", (session, token) => KeepAsync(session, adapter, books, compared, directory, time, token), cancellation);
        ReconcileLog.Compared(log, adapter, head.Day, answer.Number, answer.Sent, answer.Received, answer.Missing, answer.Extra, answer.Different);
        return answer;

        Guid? AgencyOf(string code) =>
            directory.Resolve(code, now) is { } agency && directory.AdapterServing(agency)?.Code == adapter ? agency.AgencyId : null;
    }

    /// <summary>What an adapter was answered.</summary>
    public static ReconciliationAnswer AnswerOf(ReconciliationRow row) => WireJson.Read<ReconciliationAnswer>(Encoding.UTF8.GetBytes(row.Answer));

    private static Task<ReconciliationRow?> FindAsync(ISqlSession session, string adapter, BooksOutcome.Read books, CancellationToken cancellation) =>
        session.FindAsync<ReconciliationRow>(ReconcileSql.FindReconciliationOf, new { adapter, day = books.Head.Day, sha256 = books.Sha256 }, cancellation);

    private static async Task<ReconciliationAnswer> KeepAsync(
        ISqlSession session, string adapter, BooksOutcome.Read books, ComparedBooks compared, AgencyDirectory directory, TimeProvider time,
        CancellationToken cancellation)
    {
        // Reconciliations of one adapter pass here one after the other.
        var newest = (await session.FindAsync<NewestBooks>(ReconcileSql.LockBooks, new { adapter }, cancellation))?.AsOf;
        if (await FindAsync(session, adapter, books, cancellation) is { } answered)
        {
            return AnswerOf(answered);
        }

        // Recorded now, not when the books were read: what takes effect in a day is written before that day is over.
        var now = SqlTime.Cut(time.GetUtcNow());
        var (day, asOf) = (books.Head.Day, SqlTime.Cut(books.Head.AsOf < now ? books.Head.AsOf : now));
        var number = (await session.FindAsync<LastNumber>(ReconcileSql.FindLastNumber, new { adapter, day }, cancellation))!.Number + 1;
        var source = string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} #{number}");
        var known = await session.QueryAsync<BookDifferenceRow>(
            ReconcileSql.LockDifferences, new { adapter, keys = SqlJson.Write([.. compared.Found.Select(one => one.Key)]) }, cancellation);
        var book = DifferenceBook.Of(compared, known, adapter, source, now);
        if (newest is null || newest <= asOf)
        {
            await DifferenceStore.SaveAsync(session, book.Opened, book.Changed, book.Events, cancellation);
            await TellStatesAsync(session, compared, cancellation);
            await TellAsync(new LedgerTransaction(session), adapter, book, known, directory, now, cancellation);
        }

        var answer = Answer(adapter, books, number, book, directory, now);
        await session.ExecuteAsync(ReconcileSql.InsertReconciliation, new
        {
            adapterCode = adapter, day, number, postedAt = now, asOf, spoolId = books.Head.SpoolId, sha256 = books.Sha256, answer = Encoding.UTF8.GetString(WireJson.Write(answer)),
        }, cancellation);
        return answer;
    }

    /// <summary>Has the sender's adapter told again of every state that it has not heard: by itself it reads again only what can still change.</summary>
    private static async Task TellStatesAsync(ISqlSession session, ComparedBooks compared, CancellationToken cancellation)
    {
        Guid[] behind = [.. compared.Found.Where(one => one.Entry == ErrorCatalogue.BooksStateBehind).Select(one => one.SubjectId)];
        foreach (var page in behind.Chunk(ReadHubBooks.Page))
        {
            await session.ExecuteAsync(ReconcileSql.TellStates, new { ids = SqlJson.Write(page) }, cancellation);
        }
    }

    /// <summary>Raises an alert for each agency with a difference that somebody has to deal with, and ends those of agencies that have none any more.</summary>
    private static async Task TellAsync(
        LedgerTransaction ledger, string adapter, DifferenceBook book, IReadOnlyList<BookDifferenceRow> known, AgencyDirectory directory, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var concerned = book.Open.Where(one => !DifferenceGuide.All[one.Row.Code].HealsByItself).Select(one => one.Row.AgencyId).Distinct().ToArray();
        string[] over = [.. known.Select(row => row.AgencyId).Distinct().Except(concerned).Select(agency => DifferenceStore.AlertOf(adapter, agency))];
        await ledger.EndAlertsAsync(over, now, cancellation);
        await ledger.RaiseAlertsAsync(
            [.. concerned.Select(agency => AlertRow.New(
                AlertKinds.BooksDiffer, $"{adapter}/{agency}", adapter, Finding.Refuse(ErrorCatalogue.AlertBooksDiffer, "", adapter, CodeOf(agency, directory) ?? adapter), now)
                with { AgencyId = agency })], cancellation);
    }

    private static ReconciliationAnswer Answer(string adapter, BooksOutcome.Read books, int number, DifferenceBook book, AgencyDirectory directory, DateTimeOffset now)
    {
        // What a person has closed is not open, and told to nobody again; what could not be judged this time is told as it was.
        BookDifference[] all =
        [
            .. book.Open.Select(one => Tell(one.Row, one.Since))
                .OrderBy(one => one.HealsByItself).ThenBy(one => one.Since).ThenBy(one => one.Side).ThenBy(one => one.Id).ThenBy(one => one.Code, StringComparer.Ordinal),
        ];
        return new(
            adapter, books.Head.Day, number, now, books.Head.AsOf, books.Lines.Count(line => line.Sent is not null), books.Lines.Count(line => line.Received is not null),
            Count(DifferenceKind.Missing), Count(DifferenceKind.Extra), Count(DifferenceKind.Different), [.. all.Take(ReconciliationAnswer.MostDifferences)]);

        int Count(DifferenceKind kind) => all.Count(one => one.Kind == kind);

        BookDifference Tell(BookDifferenceRow row, DateTimeOffset opened)
        {
            var guide = DifferenceGuide.All[row.Code];
            return new(
                guide.Kind, row.Side, row.SubjectId, row.Code, opened, row.AtHub, row.AtAdapter, guide.Acts, guide.HealsByItself, guide.Entry.Vietnamese, guide.Entry.English,
                CodeOf(row.AgencyId, directory), row.Document);
        }
    }

    private static string? CodeOf(Guid? agency, AgencyDirectory directory) => agency is { } id ? directory.Find(id)?.Code : null;

    private sealed record NewestBooks
    {
        public DateTimeOffset? AsOf { get; init; }
    }

    private sealed record LastNumber
    {
        public required int Number { get; init; }
    }
}
