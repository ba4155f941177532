using System.Security.Cryptography;
using Axis.Contracts.Calendar;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Flow;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Content;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.Render;
using MassTransit;

namespace Axis.Hub.Statements.Deliver;

/// <summary>
/// Sends what a completed run has issued: one sealed package for each agency that is told, a document of the axis with a delivery like any other. A parcel becomes a document in one transaction,
/// so it is sent once however many hubs run; runs go out in the order in which they began, a correction behind what it corrects. One that cannot be made keeps nothing waiting but what corrects it: both stay unsent, and
/// the next turn tries again.
/// </summary>
internal sealed class SendParcels(
    IDatabase database, IAgencyRegistry registry, IContentStore contents, Sealer sealer, StatementFiles files, IDueTimes dueTimes, DispatchBacklog dispatch,
    HubMetrics metrics, HubOptions options, PumpStates states, TimeProvider time, ILogger<SendParcels> logger)
    : Pump("statements", TimeSpan.FromSeconds(30), states, time, logger)
{
    private const int PerTurn = 50;

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var waiting = new HashSet<(Guid Agency, DateOnly Day)>();
        foreach (var runId in await database.ReadAsync("statement-unsent", (session, token) => session.QueryAsync<Guid>(StatementSql.ListUnsentRuns, null, token), cancellation))
        {
            await SendRunAsync(runId, directory, waiting, cancellation);
        }

        return false;
    }

    /// <param name="runId">The run.</param>
    /// <param name="directory">Who is served.</param>
    /// <param name="waiting">Days whose statements could not be made into parcels: what corrects them waits for them.</param>
    /// <param name="cancellation">Gives up.</param>
    private async Task SendRunAsync(Guid runId, AgencyDirectory directory, HashSet<(Guid Agency, DateOnly Day)> waiting, CancellationToken cancellation)
    {
        for (var afterAgency = Guid.Empty; ;)
        {
            var page = await database.ReadAsync("statement-parcels", (session, token) =>
                session.QueryAsync<Guid>(StatementSql.ListUnsentParcels, new { runId, afterAgency, limit = PerTurn }, token), cancellation);
            foreach (var agencyId in page)
            {
                // An agency that nobody serves today gets it when somebody does.
                if (directory.Find(agencyId) is { } agency && directory.AdapterServing(agency) is { } adapter)
                {
                    var rows = await database.ReadAsync("statement-parcel", (session, token) =>
                        session.QueryAsync<StatementRow>(StatementSql.ListOfRun, new { runId, agencyId }, token), cancellation);
                    if (rows.Any(row => waiting.Contains((agencyId, row.Day))) || !await TryAsync(runId, agency, adapter.Code, rows, cancellation))
                    {
                        waiting.UnionWith(rows.Select(row => (agencyId, row.Day)));
                    }
                }
            }

            if (page.Count < PerTurn)
            {
                return;
            }

            afterAgency = page[^1];
        }
    }

    private async Task<bool> TryAsync(Guid runId, AgencyEntry agency, string adapter, IReadOnlyList<StatementRow> rows, CancellationToken cancellation)
    {
        try
        {
            await SendAsync(runId, agency, adapter, rows, cancellation);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !HoldPolicy.IsInfrastructure(fault))
        {
            StatementLog.NotMade(Logger, agency.Code, runId, fault);
            metrics.ParcelHandled("not_made");
            return false;
        }
    }

    private async Task SendAsync(Guid runId, AgencyEntry agency, string adapter, IReadOnlyList<StatementRow> rows, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(Time.GetUtcNow());
        StatementFile[] parts = [.. rows.SelectMany(FilesOf)];
        var package = await StatementPackage.WriteAsync(options.AxisCode, agency.Code, rows, parts, now, cancellation);
        var document = DocumentOf(package, rows, agency.Code, now);
        if (package.Length > options.InlineLimit)
        {
            using var stream = new MemoryStream(package, writable: false);
            await contents.PutAsync(options.AxisCode, document.PackageSha256, 0, stream, async (content, _, token) =>
            {
                await content.CopyToAsync(Stream.Null, token);
                return new([]);
            }, cancellation);
        }

        var isSent = await database.WriteAsync("statement-send", async (session, token) =>
        {
            // First of all: another hub may have sent it since.
            if (await session.ExecuteAsync(
                StatementSql.MarkParcelSent, new { runId, agencyId = agency.AgencyId, documentId = document.DocumentId, sentAt = now }, token) == 0)
            {
                return false;
            }

            var transaction = new LedgerTransaction(session);
            if (package.Length <= options.InlineLimit)
            {
                await transaction.InsertContentAsync([new(document.PackageSha256, package, now)], token);
            }

            await transaction.InsertDocumentsAsync([document], token);
            var book = new DeliveryBook(dueTimes, options, now);
            book.Open(
                new DeliveryRow
                {
                    DeliveryId = NewId.NextSequentialGuid(), DocumentId = document.DocumentId, Kind = document.Kind, SenderAgencyId = HubAgency.Id,
                    ReceiverAgencyId = agency.AgencyId, ReceiverCode = agency.Code, AdapterCode = adapter, AcceptedAt = now, NextAttemptAt = now, Since = now,
                },
                "hub", null);
            await book.WriteAsync(transaction, token);
            return true;
        }, cancellation);
        if (isSent)
        {
            StatementLog.Sent(Logger, agency.Code, document.DocumentId, rows.Count);
            metrics.ParcelHandled("sent");
            dispatch.Ring();
        }
    }

    private IEnumerable<StatementFile> FilesOf(StatementRow row)
    {
        var statement = row.ToStatement();
        return Enum.GetValues<StatementFormat>().Select(format => new StatementFile(
            StatementFiles.NameOf(statement, row.Version, format), files.Of(statement, row.Version, row.IssuedAt, format)));
    }

    private DocumentRow DocumentOf(byte[] package, IReadOnlyList<StatementRow> rows, string receiver, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(package));
        var submission = NewId.NextSequentialGuid();
        var manifest = new Manifest(Manifest.CurrentVersion, submission, Manifest.Edoc, options.AxisCode, [receiver], hash, package.Length, now).ToBytes();
        return new()
        {
            DocumentId = NewId.NextSequentialGuid(), AdapterCode = options.AxisCode, SubmissionId = submission, Kind = Manifest.Edoc, SenderAgencyId = HubAgency.Id,
            SenderCode = options.AxisCode, PackageSha256 = hash, PackageLength = package.Length, Manifest = manifest, Seal = sealer.Seal(manifest),
            CertificateSha256 = Convert.ToHexStringLower(sealer.CertificateSha256), CodeNumber = StatementPackage.NumberOf(rows), CodeNotation = StatementPackage.Notation,
            PromulgationDate = VietnamTime.DateOf(now), TypeName = StatementPackage.TypeName, Subject = StatementPackage.SubjectOf(rows), BusinessType = 0, Findings = "[]", SealedAt = now, AcceptedAt = now,
        };
    }
}
