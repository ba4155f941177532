using Axis.Contracts.Http;
using Axis.Hub.Console;
using Axis.Hub.Statements.Render;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>The stocks in words.</summary>
internal static class ItemListWords
{
    /// <summary>Those that must be zero, then what the agency sees of others as their sender.</summary>
    public static IReadOnlyList<OpenItemList> All { get; } = [.. Enum.GetValues<OpenItemList>()];

    public static string Name(OpenItemList list, Words words)
    {
        var term = list switch
        {
            OpenItemList.SendErrors => StatementTerms.SendErrors,
            OpenItemList.ReceiveErrors => StatementTerms.ReceiveErrors,
            OpenItemList.Backlog => StatementTerms.Backlog,
            OpenItemList.NoReply => StatementTerms.NoReply,
            OpenItemList.NotArrived => StatementTerms.NotArrived,
            OpenItemList.Unanswered => StatementTerms.Unanswered,
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };
        return words[term.Vi, term.En];
    }

    /// <summary>True for the four that must be zero.</summary>
    public static bool MustBeZero(OpenItemList list) => list is not (OpenItemList.NotArrived or OpenItemList.Unanswered);
}
