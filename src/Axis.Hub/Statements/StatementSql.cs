using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Statements;

/// <summary>Statements of the daily statement.</summary>
internal static class StatementSql
{
    private const string Folder = "Statements/Sql";

    public static readonly SqlText CompleteRun = SqlText.In(Folder, nameof(CompleteRun));
    public static readonly SqlText CountConcerned = SqlText.In(Folder, nameof(CountConcerned));
    public static readonly SqlText DescribeLateEvents = SqlText.In(Folder, nameof(DescribeLateEvents));
    public static readonly SqlText FindLastIssued = SqlText.In(Folder, nameof(FindLastIssued));
    public static readonly SqlText FindLastRun = SqlText.In(Folder, nameof(FindLastRun));
    public static readonly SqlText FindOpenRun = SqlText.In(Folder, nameof(FindOpenRun));
    public static readonly SqlText FindStatement = SqlText.In(Folder, nameof(FindStatement));
    public static readonly SqlText FindUnseenAgencyEvent = SqlText.In(Folder, nameof(FindUnseenAgencyEvent));
    public static readonly SqlText FindUnseenBookEvent = SqlText.In(Folder, nameof(FindUnseenBookEvent));
    public static readonly SqlText FindUnseenDeliveryEvent = SqlText.In(Folder, nameof(FindUnseenDeliveryEvent));
    public static readonly SqlText FindUnseenRefusalEvent = SqlText.In(Folder, nameof(FindUnseenRefusalEvent));
    public static readonly SqlText InsertParcels = SqlText.In(Folder, nameof(InsertParcels));
    public static readonly SqlText InsertRun = SqlText.In(Folder, nameof(InsertRun));
    public static readonly SqlText InsertStatements = SqlText.In(Folder, nameof(InsertStatements));
    public static readonly SqlText KeepLateBookEvents = SqlText.In(Folder, nameof(KeepLateBookEvents));
    public static readonly SqlText KeepLateDeliveryEvents = SqlText.In(Folder, nameof(KeepLateDeliveryEvents));
    public static readonly SqlText KeepLateRefusalEvents = SqlText.In(Folder, nameof(KeepLateRefusalEvents));
    public static readonly SqlText KeepRun = SqlText.In(Folder, nameof(KeepRun));
    public static readonly SqlText ListAgencyEvents = SqlText.In(Folder, nameof(ListAgencyEvents));
    public static readonly SqlText ListDifferenceHistories = SqlText.In(Folder, nameof(ListDifferenceHistories));
    public static readonly SqlText ListDifferences = SqlText.In(Folder, nameof(ListDifferences));
    public static readonly SqlText ListHistories = SqlText.In(Folder, nameof(ListHistories));
    public static readonly SqlText ListLateEvents = SqlText.In(Folder, nameof(ListLateEvents));
    public static readonly SqlText ListLatest = SqlText.In(Folder, nameof(ListLatest));
    public static readonly SqlText ListOfRun = SqlText.In(Folder, nameof(ListOfRun));
    public static readonly SqlText ListOpen = SqlText.In(Folder, nameof(ListOpen));
    public static readonly SqlText ListRefusalHistories = SqlText.In(Folder, nameof(ListRefusalHistories));
    public static readonly SqlText ListRefusals = SqlText.In(Folder, nameof(ListRefusals));
    public static readonly SqlText ListRested = SqlText.In(Folder, nameof(ListRested));
    public static readonly SqlText ListUnsentParcels = SqlText.In(Folder, nameof(ListUnsentParcels));
    public static readonly SqlText ListUnsentRuns = SqlText.In(Folder, nameof(ListUnsentRuns));
    public static readonly SqlText MarkParcelSent = SqlText.In(Folder, nameof(MarkParcelSent));
    public static readonly SqlText MarkSeenAgencyEvent = SqlText.In(Folder, nameof(MarkSeenAgencyEvent));
    public static readonly SqlText MarkSeenBookEvent = SqlText.In(Folder, nameof(MarkSeenBookEvent));
    public static readonly SqlText MarkSeenDeliveryEvent = SqlText.In(Folder, nameof(MarkSeenDeliveryEvent));
    public static readonly SqlText MarkSeenRefusalEvent = SqlText.In(Folder, nameof(MarkSeenRefusalEvent));
    public static readonly SqlText TakeRun = SqlText.In(Folder, nameof(TakeRun));
}
