using Agency.Adapter;
using Axis.Hub;

namespace Axis.Journeys.Faults;

/// <summary>
/// Who dies where, by row of protocol.md 10: the data of every theory about a death. A point may be named for its n-th passage (<c>point:n</c>).
/// </summary>
internal static class Deaths
{
    private const string Hub = "hub";
    private const string Sender = "sender";
    private const string Receiver = "receiver";
    private const string Desk = "desk";

    public static IReadOnlyList<(int Row, string Program, string Point)> All { get; } =
    [
        (1, Sender, AdapterCrashPoints.SubmissionNotWritten),
        (2, Sender, AdapterCrashPoints.ContentNotNamed),
        (2, Receiver, AdapterCrashPoints.ContentNotNamed),
        (2, Receiver, AdapterCrashPoints.DestroyedNotRemoved),
        (3, Sender, AdapterCrashPoints.SubmissionNotAnswered),
        (4, Sender, AdapterCrashPoints.UploadBlock + ":100"),
        (4, Sender, AdapterCrashPoints.UploadNotMarked),
        (4, Hub, HubCrashPoints.ContentHalf + ":4"),
        (4, Hub, HubCrashPoints.ContentNotPlaced),
        (4, Hub, HubCrashPoints.ContentNotAnswered),
        (4, Receiver, AdapterCrashPoints.FetchBlock + ":3"),
        (5, Sender, AdapterCrashPoints.SubmissionNotPublished),
        (5, Sender, AdapterCrashPoints.SubmissionNotMarked),
        (5, Sender, AdapterCrashPoints.MessageNotSettled),
        (5, Hub, HubCrashPoints.ReceiptNotSent),
        (5, Hub, HubCrashPoints.ReceiptNotMarked),
        (6, Hub, HubCrashPoints.CommittedNotAcknowledged),
        (6, Hub, HubCrashPoints.DeadLetterRecorded),
        (7, Hub, HubCrashPoints.CommittedNotPublished),
        (8, Hub, HubCrashPoints.PublishedNotMarked),
        (8, Hub, HubCrashPoints.StatesNotMarked),
        (8, Hub, HubCrashPoints.MarkNotMarked),
        (8, Hub, HubCrashPoints.AlertsNotMarked),
        (9, Hub, HubCrashPoints.QueryNotSent),
        (10, Receiver, AdapterCrashPoints.DeliveryNotWritten),
        (11, Receiver, AdapterCrashPoints.MessageNotSettled),
        (12, Receiver, AdapterCrashPoints.AcknowledgementsNotSent),
        (12, Receiver, AdapterCrashPoints.AcknowledgementsNotRemoved),
        (12, Hub, HubCrashPoints.AcknowledgeBeforeCommit),
        (12, Hub, HubCrashPoints.AcknowledgeCommitted),
        (13, Desk, AdapterCrashPoints.PartStaged),
        (13, Desk, AdapterCrashPoints.PartNotRenamed),
        (13, Desk, AdapterCrashPoints.PlacedNotDone),
        (13, Desk, AdapterCrashPoints.FileClaimed),
        (13, Desk, AdapterCrashPoints.FileSubmitted),
        (13, Desk, AdapterCrashPoints.FileMarked),
        (13, Desk, AdapterCrashPoints.FileMoved),
        (13, Desk, AdapterCrashPoints.FileNoted),
        (13, Desk, AdapterCrashPoints.FileAnswered),
        (14, Receiver, AdapterCrashPoints.PackageNotSent),
        (14, Receiver, AdapterCrashPoints.AnswerNotWritten),
        (15, Receiver, AdapterCrashPoints.ArrivalNotWritten),
        (15, Receiver, AdapterCrashPoints.AnswerNotAnswered),
        (16, Hub, HubCrashPoints.StatusBeforeCommit),
        (17, Hub, HubCrashPoints.CancelNotMarked),
        (18, Receiver, AdapterCrashPoints.DeliveryNotWritten),
        (19, Hub, HubCrashPoints.BeforeCommit + ":3"),
        (19, Hub, HubCrashPoints.AcknowledgeBeforeCommit + ":4"),
        (19, Sender, AdapterCrashPoints.SpoolBeforeCommit + ":20"),
        (19, Receiver, AdapterCrashPoints.SpoolBeforeCommit + ":30"),
    ];

    /// <summary>Those of some rows that fit.</summary>
    public static TheoryData<int, string, string> Of(Func<(int Row, string Program, string Point), bool> fits)
    {
        var data = new TheoryData<int, string, string>();
        foreach (var death in All.Where(fits))
        {
            data.Add(death.Row, death.Program, death.Point);
        }

        return data;
    }

    /// <summary>The point without its passage.</summary>
    public static string NameOf(string point) => point.Split(':')[0];
}
