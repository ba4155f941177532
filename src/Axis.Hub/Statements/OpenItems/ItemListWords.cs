using Axis.Contracts.Http;
using Axis.Hub.Console;
using Axis.Hub.Statements.Render;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>The stocks in words and figures.</summary>
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

    public static int Count(OpenItemCount count, OpenItemList list) => list switch
    {
        OpenItemList.SendErrors => count.SendErrors,
        OpenItemList.ReceiveErrors => count.ReceiveErrors,
        OpenItemList.Backlog => count.Backlog,
        OpenItemList.NoReply => count.NoReply,
        OpenItemList.NotArrived => count.NotArrived,
        OpenItemList.Unanswered => count.Unanswered,
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>True for the four that must be zero.</summary>
    public static bool MustBeZero(OpenItemList list) => list is not (OpenItemList.NotArrived or OpenItemList.Unanswered);
}
