namespace Axis.Hub.Ledger;

/// <summary>Alerts.</summary>
internal partial interface ILedgerTransaction
{
    /// <summary>Opens alerts, each with a case number, or counts those up that are open under their key; one that a person has closed while it lasts is left alone.</summary>
    Task RaiseAlertsAsync(IReadOnlyCollection<AlertRow> rows, CancellationToken cancellation);

    /// <summary>
    /// Opens alerts about deliveries, or brings them under those that are open: one for each kind, cause and pair of agencies, one for each watched document. The deliveries
    /// stand already.
    /// </summary>
    Task OpenAlertItemsAsync(IReadOnlyCollection<AlertCause> causes, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Takes deliveries from under their alerts; an alert closes with the last of them.</summary>
    Task EndAlertItemsAsync(IReadOnlyCollection<AlertEnd> ends, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Opens, with their case numbers, the alerts that waited for the end of a planned outage and whose cause lasts; answers how many.</summary>
    Task<int> ReleaseAlertsAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Closes alerts of refusals where the agency has dealt with every package that was refused for the fault: sent a mended one, or closed it with a reason. One that counts what has no such end, such as
    /// a refused status, is left to <see cref="EndQuietAlertsAsync"/>.
    /// </summary>
    Task EndMendedAlertsAsync(DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Closes alerts of refusals that were not met since, but for those of packages that their agency has still to deal with.</summary>
    Task EndQuietAlertsAsync(DateTimeOffset before, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Closes what is open under these keys, for its cause has ended; what a person has closed meanwhile may open again.</summary>
    Task EndAlertsAsync(IReadOnlyCollection<string> keys, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Deliveries of these families that their receivers have returned.</summary>
    Task<IReadOnlyList<Guid>> FindReturnedBeforeAsync(IReadOnlyCollection<FamilyReceiver> keys, CancellationToken cancellation);

    /// <summary>Closes an alert that was read locked here, with everything under it.</summary>
    /// <param name="row">The alert as it was read.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="hush">True where its cause lasts: it does not open again for that.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">The end of patience.</param>
    Task CloseAlertAsync(AlertRow row, string by, string reason, bool hush, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>The alert of a case, open or closed; locked in a transaction.</summary>
    Task<AlertRow?> FindAlertAsync(string caseNumber, CancellationToken cancellation);
}
