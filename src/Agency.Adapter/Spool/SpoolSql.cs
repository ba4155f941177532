using System.Runtime.CompilerServices;

namespace Agency.Adapter.Spool;

/// <summary>Every statement of the spool, by the name of its embedded file.</summary>
internal static class SpoolSql
{
    public static readonly string Upgrade2 = Load();
    public static readonly string Upgrade3 = Load();
    public static readonly string Upgrade4 = Load();
    public static readonly string Schema = Load();
    public static readonly string AddMeta = Load();
    public static readonly string FindMeta = Load();
    public static readonly string SaveMeta = Load();
    public static readonly string NextCursor = Load();
    public static readonly string AddContent = Load();
    public static readonly string FindContent = Load();
    public static readonly string ListContentFiles = Load();
    public static readonly string AddClaim = Load();
    public static readonly string FindClaim = Load();
    public static readonly string AddSubmission = Load();
    public static readonly string RenewSubmission = Load();
    public static readonly string FindSubmission = Load();
    public static readonly string ListSubmissions = Load();
    public static readonly string ListDueSubmissions = Load();
    public static readonly string FindNextSubmissionDue = Load();
    public static readonly string ListUnstamped = Load();
    public static readonly string FindNextUnstamped = Load();
    public static readonly string CountUnstamped = Load();
    public static readonly string MarkSubmissionStamped = Load();
    public static readonly string CountOutgoing = Load();
    public static readonly string ListWaitingSubmissions = Load();
    public static readonly string MarkSubmissionSent = Load();
    public static readonly string MarkSubmissionWaiting = Load();
    public static readonly string MarkSubmissionUploaded = Load();
    public static readonly string WakeSubmissions = Load();
    public static readonly string AnswerSubmission = Load();
    public static readonly string ListAcceptedOfBytes = Load();
    public static readonly string SaveSentDocument = Load();
    public static readonly string SaveSentHeader = Load();
    public static readonly string FindSentHeader = Load();
    public static readonly string AddAbout = Load();
    public static readonly string ListAbout = Load();
    public static readonly string ListCarriersOf = Load();
    public static readonly string SaveRequestAnswer = Load();
    public static readonly string ListRequestAnswers = Load();
    public static readonly string ListSentOfFamily = Load();
    public static readonly string ListSentOfId = Load();
    public static readonly string ListOpenSubmissions = Load();
    public static readonly string AddOwnState = Load();
    public static readonly string ListOwnStates = Load();
    public static readonly string AddDelivery = Load();
    public static readonly string RenewDelivery = Load();
    public static readonly string FindDelivery = Load();
    public static readonly string ListDeliveriesOf = Load();
    public static readonly string RaiseAttempt = Load();
    public static readonly string CloseDelivery = Load();
    public static readonly string MarkContentHere = Load();
    public static readonly string MarkAvailable = Load();
    public static readonly string MarkTaken = Load();
    public static readonly string MarkPlacing = Load();
    public static readonly string DelayDelivery = Load();
    public static readonly string OfferToFetch = Load();
    public static readonly string DelayPlacing = Load();
    public static readonly string DelayContent = Load();
    public static readonly string ListDueDeliveries = Load();
    public static readonly string FindNextDeliveryDue = Load();
    public static readonly string ListInbox = Load();
    public static readonly string CountIncoming = Load();
    public static readonly string ListWaitingDeliveries = Load();
    public static readonly string ListTargetsByNumber = Load();
    public static readonly string ListTargetsByCode = Load();
    public static readonly string FindOffer = Load();
    public static readonly string FindTombstone = Load();
    public static readonly string AddTombstone = Load();
    public static readonly string AddStatement = Load();
    public static readonly string ListStatements = Load();
    public static readonly string FindStatement = Load();
    public static readonly string RemoveStatements = Load();
    public static readonly string SaveMark = Load();
    public static readonly string FindMark = Load();
    public static readonly string ListFrozen = Load();
    public static readonly string ListDueMarks = Load();
    public static readonly string FindNextMarkDue = Load();
    public static readonly string DelayMark = Load();
    public static readonly string SettleMark = Load();
    public static readonly string DestroyDelivery = Load();
    public static readonly string DestroyContent = Load();
    public static readonly string AddOwed = Load();
    public static readonly string ListOwed = Load();
    public static readonly string CountOwed = Load();
    public static readonly string RemoveOwed = Load();
    public static readonly string AddCertificate = Load();
    public static readonly string FindCertificate = Load();
    public static readonly string SaveAgency = Load();
    public static readonly string ListAgencies = Load();
    public static readonly string CloseSubmission = Load();
    public static readonly string ReopenSubmission = Load();
    public static readonly string WakeContent = Load();
    public static readonly string ListUnrestedContents = Load();
    public static readonly string MarkRested = Load();
    public static readonly string ListRested = Load();
    public static readonly string RemoveContents = Load();
    public static readonly string RemoveRested = Load();
    public static readonly string CountPending = Load();

    private static string Load([CallerMemberName] string name = "")
    {
        using var stream = typeof(SpoolSql).Assembly.GetManifestResourceStream($"Agency.Adapter.Spool.{name}.sql")
            ?? throw new InvalidOperationException($"Statement {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
