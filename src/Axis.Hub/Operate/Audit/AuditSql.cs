using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Audit;

/// <summary>Statements of the audit trail's readers.</summary>
internal static class AuditSql
{
    public static readonly SqlText ListNotices = SqlText.In("Operate/Audit/Sql", nameof(ListNotices));
}
