using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>Reads the parts that edoc and status packages share.</summary>
internal sealed class PartReader(ElementCursor cursor, FieldReader fields)
{
    public Organization Organization()
    {
        string? id = null, inCharge = null, name = null, address = null, email = null, telephone = null, fax = null, website = null;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "OrganId": id = fields.OrganId(id); break;
                case "OrganizationInCharge": inCharge = fields.Text(inCharge); break;
                case "OrganName": name = fields.Text(name, 200); break;
                case "OrganAdd": address = fields.Text(address); break;
                case "Email": email = fields.Text(email); break;
                case "Telephone": telephone = fields.Text(telephone); break;
                case "Fax": fax = fields.Text(fax); break;
                case "Website": website = fields.Text(website); break;
            }
        }

        return new(fields.Required(id, "OrganId"))
        {
            OrganizationInCharge = FieldReader.Optional(inCharge),
            OrganName = FieldReader.Optional(name),
            OrganAdd = FieldReader.Optional(address),
            Email = FieldReader.Optional(email),
            Telephone = FieldReader.Optional(telephone),
            Fax = FieldReader.Optional(fax),
            Website = FieldReader.Optional(website),
        };
    }

    /// <summary>A reference to the document answered; <c>null</c> for the empty element that some senders write.</summary>
    public ResponseReference? ResponseFor()
    {
        string? organId = null, code = null, dateText = null, documentId = null;
        DateOnly? date = null;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "OrganId": organId = fields.OrganId(organId); break;
                case "Code": code = fields.Text(code); break;
                case "PromulgationDate": date = fields.Date(ref dateText) ?? date; break;
                case "DocumentId": documentId = fields.Text(documentId); break;
            }
        }

        var reference = new ResponseReference(
            FieldReader.Optional(organId), FieldReader.Optional(code), date, FieldReader.Optional(documentId));
        return reference is { OrganId: null, Code: null, DocumentId: null } && string.IsNullOrEmpty(dateText) ? null : reference;
    }

    public StaffInfo? Staff()
    {
        string? department = null, staff = null, email = null, mobile = null;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "Department": department = fields.Text(department); break;
                case "Staff": staff = fields.Text(staff); break;
                case "Email": email = fields.Text(email); break;
                case "Mobile": mobile = fields.Text(mobile); break;
            }
        }

        var info = new StaffInfo(
            FieldReader.Optional(department), FieldReader.Optional(staff), FieldReader.Optional(email), FieldReader.Optional(mobile));
        return info is { Department: null, Staff: null, Email: null, Mobile: null } ? null : info;
    }

    /// <summary>The texts of all children of one name.</summary>
    public List<string> Texts(string name)
    {
        var texts = new List<string>();
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            if (cursor.Name == name && cursor.Text() is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>True when an element that may occur once is met the first time; else it is refused and skipped.</summary>
    public bool First(ref bool seen)
    {
        if (seen)
        {
            cursor.Refuse(ErrorCatalogue.ElementRepeated, cursor.Name);
            return false;
        }

        return seen = true;
    }
}
