using System.Text;
using Agency.Adapter.Alerts;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Rest.Alerts;

/// <summary>Alerts of the spool as agencies' systems read them.</summary>
internal static class AlertBodiesFrom
{
    public static AlertBody Show(Alert alert, DateTimeOffset toldAt, IEnumerable<NoticeRow> notices)
    {
        var told = notices.Select(Show).ToArray();
        return new(
            alert.AlertId, alert.CaseNumber, alert.Kind, alert.Finding, alert.IsBreach, alert.Cause, alert.Agency, alert.Counterpart, alert.SubmissionId, alert.DocumentId,
            alert.OpenedAt, alert.LastSeenAt, alert.Seen, alert.OpenItems, alert.Version, alert.ClosedAt, alert.ClosedReason, toldAt, told.Length > 0 ? told : null);
    }

    private static AlertToldBody Show(NoticeRow row) => new(
        row.Agency, row.Way, StateOf(row), row.Taken > 0 ? row.Taken : null, row.TakenAt?.Time(), row.Tries, row.DueAt?.Time(),
        row.Fault is { } fault ? WireJson.Read<Finding>(Encoding.UTF8.GetBytes(fault)) : null);

    private static AlertToldState StateOf(NoticeRow row) => row switch
    {
        _ when row.Taken >= row.Owed => AlertToldState.Taken,
        { DueAt: null } => AlertToldState.GivenUp,
        { Tries: 0 } => AlertToldState.Waiting,
        _ => AlertToldState.Retrying,
    };
}
