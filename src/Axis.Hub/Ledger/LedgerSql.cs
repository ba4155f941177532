using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>Every statement of the ledger.</summary>
internal static class LedgerSql
{
    private const string Folder = "Ledger/Sql";

    public static readonly SqlText AppendAudit = SqlText.In(Folder, nameof(AppendAudit));
    public static readonly SqlText AppendEvents = SqlText.In(Folder, nameof(AppendEvents));
    public static readonly SqlText AppendRefusalEvents = SqlText.In(Folder, nameof(AppendRefusalEvents));
    public static readonly SqlText Claim = SqlText.In(Folder, nameof(Claim));
    public static readonly SqlText CloseStuck = SqlText.In(Folder, nameof(CloseStuck));
    public static readonly SqlText CountInFlight = SqlText.In(Folder, nameof(CountInFlight));
    public static readonly SqlText FindByReference = SqlText.In(Folder, nameof(FindByReference));
    public static readonly SqlText FindCancels = SqlText.In(Folder, nameof(FindCancels));
    public static readonly SqlText FindChanges = SqlText.In(Folder, nameof(FindChanges));
    public static readonly SqlText FindClockStarts = SqlText.In(Folder, nameof(FindClockStarts));
    public static readonly SqlText FindContent = SqlText.In(Folder, nameof(FindContent));
    public static readonly SqlText FindDeliveries = SqlText.In(Folder, nameof(FindDeliveries));
    public static readonly SqlText FindDeliveriesOf = SqlText.In(Folder, nameof(FindDeliveriesOf));
    public static readonly SqlText FindDocumentFacts = SqlText.In(Folder, nameof(FindDocumentFacts));
    public static readonly SqlText FindDocuments = SqlText.In(Folder, nameof(FindDocuments));
    public static readonly SqlText FindFamilyHeads = SqlText.In(Folder, nameof(FindFamilyHeads));
    public static readonly SqlText FindMarks = SqlText.In(Folder, nameof(FindMarks));
    public static readonly SqlText FindOpenCancels = SqlText.In(Folder, nameof(FindOpenCancels));
    public static readonly SqlText FindRefusalCases = SqlText.In(Folder, nameof(FindRefusalCases));
    public static readonly SqlText FindRefusals = SqlText.In(Folder, nameof(FindRefusals));
    public static readonly SqlText FindReplaced = SqlText.In(Folder, nameof(FindReplaced));
    public static readonly SqlText FindRequestsAbout = SqlText.In(Folder, nameof(FindRequestsAbout));
    public static readonly SqlText FindSameId = SqlText.In(Folder, nameof(FindSameId));
    public static readonly SqlText FindSent = SqlText.In(Folder, nameof(FindSent));
    public static readonly SqlText FindSilent = SqlText.In(Folder, nameof(FindSilent));
    public static readonly SqlText FindStatuses = SqlText.In(Folder, nameof(FindStatuses));
    public static readonly SqlText FindStuck = SqlText.In(Folder, nameof(FindStuck));
    public static readonly SqlText FindSubmissions = SqlText.In(Folder, nameof(FindSubmissions));
    public static readonly SqlText InsertChanges = SqlText.In(Folder, nameof(InsertChanges));
    public static readonly SqlText InsertContent = SqlText.In(Folder, nameof(InsertContent));
    public static readonly SqlText InsertDeliveries = SqlText.In(Folder, nameof(InsertDeliveries));
    public static readonly SqlText InsertDocuments = SqlText.In(Folder, nameof(InsertDocuments));
    public static readonly SqlText InsertMarks = SqlText.In(Folder, nameof(InsertMarks));
    public static readonly SqlText InsertQuery = SqlText.In(Folder, nameof(InsertQuery));
    public static readonly SqlText InsertRefusalCases = SqlText.In(Folder, nameof(InsertRefusalCases));
    public static readonly SqlText InsertStatuses = SqlText.In(Folder, nameof(InsertStatuses));
    public static readonly SqlText InsertStuck = SqlText.In(Folder, nameof(InsertStuck));
    public static readonly SqlText InsertSubmissions = SqlText.In(Folder, nameof(InsertSubmissions));
    public static readonly SqlText ListAdapterLinks = SqlText.In(Folder, nameof(ListAdapterLinks));
    public static readonly SqlText ListBacklog = SqlText.In(Folder, nameof(ListBacklog));
    public static readonly SqlText ListCancelsToSend = SqlText.In(Folder, nameof(ListCancelsToSend));
    public static readonly SqlText ListChangesDue = SqlText.In(Folder, nameof(ListChangesDue));
    public static readonly SqlText ListClaimable = SqlText.In(Folder, nameof(ListClaimable));
    public static readonly SqlText ListEvents = SqlText.In(Folder, nameof(ListEvents));
    public static readonly SqlText ListMarksToSend = SqlText.In(Folder, nameof(ListMarksToSend));
    public static readonly SqlText ListOpenClocks = SqlText.In(Folder, nameof(ListOpenClocks));
    public static readonly SqlText ListOpenRequests = SqlText.In(Folder, nameof(ListOpenRequests));
    public static readonly SqlText ListOwedReceipts = SqlText.In(Folder, nameof(ListOwedReceipts));
    public static readonly SqlText ListOwedStates = SqlText.In(Folder, nameof(ListOwedStates));
    public static readonly SqlText ListStuck = SqlText.In(Folder, nameof(ListStuck));
    public static readonly SqlText LockChanges = SqlText.In(Folder, nameof(LockChanges));
    public static readonly SqlText LockDeliveries = SqlText.In(Folder, nameof(LockDeliveries));
    public static readonly SqlText MarkPublished = SqlText.In(Folder, nameof(MarkPublished));
    public static readonly SqlText MarkReceiptsSent = SqlText.In(Folder, nameof(MarkReceiptsSent));
    public static readonly SqlText MarkStatesSent = SqlText.In(Folder, nameof(MarkStatesSent));
    public static readonly SqlText OpenCancels = SqlText.In(Folder, nameof(OpenCancels));
    public static readonly SqlText RaiseAlerts = SqlText.In(Folder, nameof(RaiseAlerts));
    public static readonly SqlText RearmReceipts = SqlText.In(Folder, nameof(RearmReceipts));
    public static readonly SqlText RecordRefusals = SqlText.In(Folder, nameof(RecordRefusals));
    public static readonly SqlText ReleaseClaims = SqlText.In(Folder, nameof(ReleaseClaims));
    public static readonly SqlText SaveCancels = SqlText.In(Folder, nameof(SaveCancels));
    public static readonly SqlText SaveChanges = SqlText.In(Folder, nameof(SaveChanges));
    public static readonly SqlText SaveDeliveries = SqlText.In(Folder, nameof(SaveDeliveries));
    public static readonly SqlText SaveHeartbeat = SqlText.In(Folder, nameof(SaveHeartbeat));
    public static readonly SqlText SaveMarks = SqlText.In(Folder, nameof(SaveMarks));
    public static readonly SqlText SaveRefusalCases = SqlText.In(Folder, nameof(SaveRefusalCases));
    public static readonly SqlText SettleStuck = SqlText.In(Folder, nameof(SettleStuck));
    public static readonly SqlText UpdateQuery = SqlText.In(Folder, nameof(UpdateQuery));
}
