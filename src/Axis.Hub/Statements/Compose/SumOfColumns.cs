using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Compose;

/// <summary>All columns of an agency's figures, openings included, as one number: the sum of a tree's lines is the tree's (statement.md 5).</summary>
internal static class SumOfColumns
{
    public static long Of(StatementFigures figures) =>
        new[] { figures.SendErrors, figures.ReceiveErrors, figures.Backlog, figures.NoReply, figures.NotArrived, figures.Unanswered }.Sum(Of)
        + Of(figures.AsSender) + Of(figures.AsReceiver)
        + figures.SendErrorParts.RefusedSubmissions + figures.SendErrorParts.RefusedReceivers + figures.SendErrorParts.Failed
        + figures.ReceiveErrorParts.Hub + figures.ReceiveErrorParts.Adapter + figures.ReceiveErrorParts.Agency
        + figures.Sent.New + figures.Sent.Recalls + figures.Sent.Updates + figures.Sent.Replacements
        + figures.Received + figures.Returned + figures.ReturnedToSender + figures.LateSent + figures.UrgentLateSent + figures.OpenRequests + figures.RequestsToAnswer
        + figures.WithoutSignature + figures.PaperAlsoSent;

    private static long Of(StockFigures stock) =>
        (long)stock.Opening + stock.In + stock.Out + stock.Closing
        + stock.Left.Arrived + stock.Left.Answered + stock.Left.Failed + stock.Left.SentAgain + stock.Left.Recalled + stock.Left.Closed + stock.Left.DueMoved;

    private static long Of(TrafficFigures traffic) =>
        (long)traffic.Opening + traffic.Created + traffic.Reopened + traffic.CameToRest + traffic.Closing + traffic.Open.NotArrived + traffic.Open.Arrived + traffic.Open.Failed;
}
