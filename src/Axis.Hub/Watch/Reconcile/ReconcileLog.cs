namespace Axis.Hub.Watch.Reconcile;

internal static partial class ReconcileLog
{
    [LoggerMessage(4310, LogLevel.Information, "Books of adapter {Adapter} for {Day} compared, #{Number}: {Sent} sent, {Received} received; {Missing} missing, {Extra} extra, {Different} different.")]
    public static partial void Compared(ILogger log, string adapter, DateOnly day, int number, int sent, int received, int missing, int extra, int different);
}
