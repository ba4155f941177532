using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Agencies.Contacts;

/// <summary>Statements about contacts.</summary>
internal static class ContactSql
{
    private const string Folder = "Agencies/Contacts/Sql";

    public static readonly SqlText DeleteContact = SqlText.In(Folder, nameof(DeleteContact));
    public static readonly SqlText InsertContact = SqlText.In(Folder, nameof(InsertContact));
    public static readonly SqlText ListContacts = SqlText.In(Folder, nameof(ListContacts));
}
