using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Mail;

/// <summary>Statements of e-mail.</summary>
internal static class MailSql
{
    private const string Folder = "Mail/Sql";

    public static readonly SqlText ClaimMail = SqlText.In(Folder, nameof(ClaimMail));
    public static readonly SqlText CountMail = SqlText.In(Folder, nameof(CountMail));
    public static readonly SqlText ForgetMail = SqlText.In(Folder, nameof(ForgetMail));
    public static readonly SqlText ForgetMailBodies = SqlText.In(Folder, nameof(ForgetMailBodies));
    public static readonly SqlText ForgetMailedRuns = SqlText.In(Folder, nameof(ForgetMailedRuns));
    public static readonly SqlText GiveUpMail = SqlText.In(Folder, nameof(GiveUpMail));
    public static readonly SqlText InsertDigest = SqlText.In(Folder, nameof(InsertDigest));
    public static readonly SqlText InsertMailedRun = SqlText.In(Folder, nameof(InsertMailedRun));
    public static readonly SqlText InsertMails = SqlText.In(Folder, nameof(InsertMails));
    public static readonly SqlText InsertTold = SqlText.In(Folder, nameof(InsertTold));
    public static readonly SqlText ListAgenciesOfRun = SqlText.In(Folder, nameof(ListAgenciesOfRun));
    public static readonly SqlText ListAlertsToTell = SqlText.In(Folder, nameof(ListAlertsToTell));
    public static readonly SqlText ListDigests = SqlText.In(Folder, nameof(ListDigests));
    public static readonly SqlText ListDueMail = SqlText.In(Folder, nameof(ListDueMail));
    public static readonly SqlText ListMail = SqlText.In(Folder, nameof(ListMail));
    public static readonly SqlText ListRunsToMail = SqlText.In(Folder, nameof(ListRunsToMail));
    public static readonly SqlText ListTold = SqlText.In(Folder, nameof(ListTold));
    public static readonly SqlText MarkMailSent = SqlText.In(Folder, nameof(MarkMailSent));
    public static readonly SqlText PutOffMail = SqlText.In(Folder, nameof(PutOffMail));
    public static readonly SqlText ReleaseMail = SqlText.In(Folder, nameof(ReleaseMail));
    public static readonly SqlText RetryMail = SqlText.In(Folder, nameof(RetryMail));
    public static readonly SqlText TakeDigest = SqlText.In(Folder, nameof(TakeDigest));
}
