using System.Globalization;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Outgoing;

/// <summary>The spool's side of sending: submissions, their receipts and the states of own deliveries.</summary>
internal static class OutgoingStore
{
    public static SubmissionRow? Find(SqliteConnection spool, Guid submissionId) =>
        spool.QueryFirstOrDefault<SubmissionRow>(SpoolSql.FindSubmission, new { SubmissionId = submissionId.Key() });

    public static Guid? FindClaim(SqliteConnection spool, Guid claim) =>
        spool.QueryFirstOrDefault<string>(SpoolSql.FindClaim, new { Claim = claim.Key() }) is { } id
            ? Guid.Parse(id, CultureInfo.InvariantCulture) : null;

    /// <summary>Id and kind of a hand-over, from what is committed or seen by the writer.</summary>
    public static HandOver Judge(SqliteConnection spool, SubmitRequest request, string sha256)
    {
        var id = request.IdempotencyKey is { } key
            ? SubmissionIds.OfKey(request.Agency, key)
            : SubmissionIds.OfBytes(request.Agency, sha256, Generation(spool, request.Agency, sha256));
        return HandOverRules.Judge(id, sha256, Find(spool, id));
    }

    /// <summary>Writes a new submission, or the next try of a refused one, with the content it names.</summary>
    public static void Save(SpoolTransaction transaction, HandOver handOver, SealedPackage package, SubmitRequest request, DateTimeOffset now)
    {
        ContentStore.Add(transaction, package.Content);
        ContentStore.Wake(transaction, package.Content.Sha256);
        transaction.Execute(handOver.Kind == HandOverKind.New ? SpoolSql.AddSubmission : SpoolSql.RenewSubmission, new
        {
            SubmissionId = handOver.SubmissionId.Key(),
            request.Agency,
            package.Kind,
            package.Priority,
            PackageSha256 = package.Content.Sha256,
            PackageLength = package.Content.Length,
            handOver.Try,
            package.NeedsTimeStamp,
            NeedsUpload = package.Content.Bytes is null,
            package.Manifest,
            package.Seal,
            HandedOverAt = now.Stamp(),
            Findings = WriteFindings(package.Findings),
        });
        if (package.Document is { } document)
        {
            transaction.Execute(SpoolSql.SaveSentDocument, new
            {
                SubmissionId = handOver.SubmissionId.Key(), document.Sender, document.DocumentId, document.Family, document.Code,
            });
            transaction.Execute(SpoolSql.SaveSentHeader, new { SubmissionId = handOver.SubmissionId.Key(), Header = WriteJson(document.Header) });
        }

        if (package.Status is { } status)
        {
            transaction.Execute(SpoolSql.SaveStatusGiven, new { SubmissionId = handOver.SubmissionId.Key(), DeliveryId = status.DeliveryId.Key(), status.Code });
        }

        if (package.Answer is { } answer)
        {
            transaction.Execute(SpoolSql.SaveRequestAnswer, new { SubmissionId = handOver.SubmissionId.Key(), CarrierId = answer.CarrierId.Key(), answer.Code });
        }

        AddClaim(transaction, request.Claim, handOver.SubmissionId);
    }

    public static void AddClaim(SpoolTransaction transaction, Guid? claim, Guid submissionId)
    {
        if (claim is { } one)
        {
            transaction.Execute(SpoolSql.AddClaim, new { Claim = one.Key(), SubmissionId = submissionId.Key() });
        }
    }

    /// <summary>The header of a document that was handed over; <c>null</c> for what is no document, and for what was before headers were kept.</summary>
    public static EdocHeader? FindSentHeader(SqliteConnection spool, Guid submissionId) =>
        spool.QueryFirstOrDefault<string>(SpoolSql.FindSentHeader, new { SubmissionId = submissionId.Key() }) is { } json ? ReadJson<EdocHeader>(json) : null;

    public static Receipt? ReadReceipt(SubmissionRow row) =>
        row.Receipt is { } json ? ReadJson<Receipt>(json) : null;

    public static IReadOnlyList<Finding> ReadFindings(string json) => ReadJson<List<Finding>>(json);

    public static string WriteFindings(IReadOnlyList<Finding> findings) => WriteJson(findings);

    public static IReadOnlyList<DeliveryState> ListStates(SqliteConnection spool, Guid deliveryId) =>
        [.. spool.Query<string>(SpoolSql.ListOwnStates, new { DeliveryId = deliveryId.Key() }).Select(ReadJson<DeliveryState>)];

    /// <summary>Keeps a state the hub told. Versions never go back: a known one changes nothing (protocol.md 3).</summary>
    public static void AddState(SpoolTransaction transaction, DeliveryState state)
    {
        transaction.Execute(SpoolSql.AddOwnState, new
        {
            DeliveryId = state.DeliveryId.Key(),
            state.Version,
            SubmissionId = state.SubmissionId.Key(),
            state.Transport,
            state.Business,
            State = WriteJson(state),
            Closed = state.ClosedAt is not null,
        });
        if (state is { Transport: not ("DONE" or "VOID"), ClosedAt: null })
        {
            transaction.Execute(SpoolSql.WakeContentOf, new { SubmissionId = state.SubmissionId.Key() });
        }
    }

    private static int Generation(SqliteConnection spool, string agency, string sha256) => spool
        .Query<string>(SpoolSql.ListAcceptedOfBytes, new { Agency = agency, PackageSha256 = sha256 })
        .Count(receipt => HandOverRules.LeftSomebodyWithout(
            ReadJson<Receipt>(receipt), delivery => ListStates(spool, delivery) is [.., var latest] ? latest : null));

    internal static string WriteJson<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, WireJson.Options);

    internal static T ReadJson<T>(string json) where T : class =>
        System.Text.Json.JsonSerializer.Deserialize<T>(json, WireJson.Options)!;
}
