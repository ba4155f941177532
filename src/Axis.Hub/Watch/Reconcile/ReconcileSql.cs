using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>Statements of reconciliation.</summary>
internal static class ReconcileSql
{
    private const string Folder = "Watch/Reconcile/Sql";

    public static readonly SqlText AppendDifferenceEvents = SqlText.In(Folder, nameof(AppendDifferenceEvents));
    public static readonly SqlText FindBookDeliveries = SqlText.In(Folder, nameof(FindBookDeliveries));
    public static readonly SqlText FindBookDeliveriesOf = SqlText.In(Folder, nameof(FindBookDeliveriesOf));
    public static readonly SqlText FindBookRefusals = SqlText.In(Folder, nameof(FindBookRefusals));
    public static readonly SqlText FindBookSubmissions = SqlText.In(Folder, nameof(FindBookSubmissions));
    public static readonly SqlText FindLastNumber = SqlText.In(Folder, nameof(FindLastNumber));
    public static readonly SqlText FindReconciliationOf = SqlText.In(Folder, nameof(FindReconciliationOf));
    public static readonly SqlText ForgetReconciliations = SqlText.In(Folder, nameof(ForgetReconciliations));
    public static readonly SqlText InsertDifferences = SqlText.In(Folder, nameof(InsertDifferences));
    public static readonly SqlText InsertReconciliation = SqlText.In(Folder, nameof(InsertReconciliation));
    public static readonly SqlText ListClosings = SqlText.In(Folder, nameof(ListClosings));
    public static readonly SqlText ListExpectedReceived = SqlText.In(Folder, nameof(ListExpectedReceived));
    public static readonly SqlText ListExpectedSent = SqlText.In(Folder, nameof(ListExpectedSent));
    public static readonly SqlText ListHolders = SqlText.In(Folder, nameof(ListHolders));
    public static readonly SqlText ListOpenKeys = SqlText.In(Folder, nameof(ListOpenKeys));
    public static readonly SqlText ListReconciliations = SqlText.In(Folder, nameof(ListReconciliations));
    public static readonly SqlText ListOpenDifferences = SqlText.In(Folder, nameof(ListOpenDifferences));
    public static readonly SqlText LockBooks = SqlText.In(Folder, nameof(LockBooks));
    public static readonly SqlText LockDifferences = SqlText.In(Folder, nameof(LockDifferences));
    public static readonly SqlText SaveDifferences = SqlText.In(Folder, nameof(SaveDifferences));
    public static readonly SqlText TellStates = SqlText.In(Folder, nameof(TellStates));
}
