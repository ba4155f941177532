using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Conditions;

/// <summary>Statements about conditions.</summary>
internal static class ConditionSql
{
    private const string Folder = "Watch/Conditions/Sql";

    public static readonly SqlText CountDeadLetters = SqlText.In(Folder, nameof(CountDeadLetters));
    public static readonly SqlText CountUndelivered = SqlText.In(Folder, nameof(CountUndelivered));
    public static readonly SqlText ListConditions = SqlText.In(Folder, nameof(ListConditions));
}
