using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Doctor;

/// <summary>Statements of the doctor.</summary>
internal static class DoctorSql
{
    public static readonly SqlText FindClock = SqlText.In("Operate/Doctor/Sql", nameof(FindClock));
}
