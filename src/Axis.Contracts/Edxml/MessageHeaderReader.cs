using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>Reads the MessageHeader; a StatusCode in it makes it that of a status.</summary>
internal sealed class MessageHeaderReader(ElementCursor cursor, FieldReader fields, PartReader parts)
{
    private readonly List<Organization> to = [];
    private readonly List<ResponseReference> responses = [];
    private Organization? from;
    private Signer? signer;
    private StaffInfo? staff;
    private List<string>? toPlaces, appendixes, taskCodes;
    private string? documentId, number, notation, place, dateText, typeName, subject, content, dueText, sphere, typer, application;
    private string? statusCode, description, timestampText;
    private DateOnly? date, due;
    private DateTimeOffset? timestamp;
    private int? typeCode, typeDetail, priority, copies, pages, steering;
    private bool? direction;
    private bool fromSeen, codeSeen, promulgationSeen, typeSeen, signerSeen, otherSeen, placesSeen, staffSeen, tasksSeen, appendixesSeen;

    public EdocHeader? Edoc { get; private set; }

    public StatusHeader? Status { get; private set; }

    public void Read()
    {
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            Field();
        }

        if (statusCode is not null)
        {
            Status = BuildStatus();
        }
        else
        {
            Edoc = BuildEdoc();
        }
    }

    private void Field()
    {
        switch (cursor.Name)
        {
            case "From" when parts.First(ref fromSeen): from = parts.Organization(); break;
            case "To": cursor.Number(to.Count + 1); to.Add(parts.Organization()); break;
            case "DocumentId": documentId = fields.Text(documentId); break;
            case "Code" when parts.First(ref codeSeen): Code(); break;
            case "PromulgationInfo" when parts.First(ref promulgationSeen): Promulgation(); break;
            case "DocumentType" when parts.First(ref typeSeen): DocumentType(); break;
            case "Subject": subject = fields.Text(subject, 500); break;
            case "Content": content = fields.Text(content); break;
            case "SignerInfo" when parts.First(ref signerSeen): signer = SignerInfo(); break;
            case "DueDate": due = fields.Date(ref dueText) ?? due; break;
            case "ToPlaces" when parts.First(ref placesSeen): toPlaces = parts.Texts("Place"); break;
            case "OtherInfo" when parts.First(ref otherSeen): Other(); break;
            case "ResponseFor": Response(); break;
            case "SteeringType": steering = fields.Number(steering); break;
            case "ResponseForTask" when parts.First(ref tasksSeen): taskCodes = parts.Texts("TaskCode"); break;
            case "ApplicationType": application = fields.Text(application); break;
            case "StaffInfo" when parts.First(ref staffSeen): staff = parts.Staff(); break;
            case "StatusCode": statusCode = fields.Text(statusCode); break;
            case "Description": description = fields.Text(description); break;
            case "Timestamp": timestamp = fields.Timestamp(ref timestampText) ?? timestamp; break;
        }
    }

    private void Code()
    {
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "CodeNumber": number = fields.Text(number, 11); break;
                case "CodeNotation": notation = fields.Text(notation, 30); break;
            }
        }

        fields.Required(number, "CodeNumber");
        fields.Required(notation, "CodeNotation");
    }

    private void Promulgation()
    {
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "Place": place = fields.Text(place); break;
                case "PromulgationDate": date = fields.Date(ref dateText) ?? date; break;
            }
        }

        fields.Required(place, "Place");
        fields.Required(dateText, "PromulgationDate");
    }

    private void DocumentType()
    {
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "Type": typeCode = fields.Number(typeCode); break;
                case "TypeDetail": typeDetail = fields.Number(typeDetail); break;
                case "TypeName": typeName = fields.Text(typeName, 100); break;
            }
        }

        fields.Required(typeName, "TypeName");
    }

    private Signer SignerInfo()
    {
        string? competence = null, position = null, fullName = null;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "Competence": competence = fields.Text(competence); break;
                case "Position": position = fields.Text(position, 100); break;
                case "FullName": fullName = fields.Text(fullName, 50); break;
            }
        }

        return new(FieldReader.Optional(competence), FieldReader.Optional(position), fields.Required(fullName, "FullName"));
    }

    private void Other()
    {
        var seen = false;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "Priority": priority = fields.Number(priority, 0, 4, required: true); seen = true; break;
                case "SphereOfPromulgation": sphere = fields.Text(sphere); break;
                case "TyperNotation": typer = fields.Text(typer); break;
                case "PromulgationAmount": copies = fields.Number(copies); break;
                case "PageAmount": pages = fields.Number(pages); break;
                case "Direction": direction = fields.Flag(direction); break;
                case "Appendixes" when parts.First(ref appendixesSeen): appendixes = parts.Texts("Appendix"); break;
            }
        }

        if (!seen)
        {
            cursor.RefuseMissing("Priority");
        }
    }

    private void Response()
    {
        cursor.Number(responses.Count + 1);
        if (parts.ResponseFor() is { } reference)
        {
            responses.Add(reference);
        }
    }

    private EdocHeader BuildEdoc()
    {
        Missing(fromSeen, "From");
        Missing(to.Count > 0, "To");
        Missing(codeSeen, "Code");
        Missing(promulgationSeen, "PromulgationInfo");
        Missing(typeSeen, "DocumentType");
        Missing(signerSeen, "SignerInfo");
        Missing(otherSeen, "OtherInfo");
        return new()
        {
            From = from ?? new(""),
            To = to,
            DocumentId = fields.Required(documentId, "DocumentId"),
            Code = new(number ?? "", notation ?? ""),
            Place = place ?? "",
            PromulgationDate = date,
            PromulgationDateText = dateText,
            TypeCode = typeCode,
            TypeDetail = typeDetail,
            TypeName = typeName ?? "",
            Subject = fields.Required(subject, "Subject"),
            Content = FieldReader.Optional(content),
            Signer = signer ?? new(null, null, ""),
            DueDate = due,
            ToPlaces = toPlaces ?? [],
            Priority = priority ?? 0,
            SphereOfPromulgation = FieldReader.Optional(sphere),
            TyperNotation = FieldReader.Optional(typer),
            PromulgationAmount = copies,
            PageAmount = pages,
            Direction = direction,
            Appendixes = appendixes ?? [],
            ResponseFor = responses,
            SteeringType = steering,
            TaskCodes = taskCodes ?? [],
            ApplicationType = FieldReader.Optional(application),
        };
    }

    private StatusHeader BuildStatus()
    {
        Missing(fromSeen, "From");
        var target = responses.Count > 0 ? responses[0] : null;
        if (target is null)
        {
            cursor.RefuseMissing("ResponseFor");
        }
        else
        {
            if (target.OrganId is null)
            {
                cursor.RefuseMissing("ResponseFor[1]/OrganId");
            }

            if (target.DocumentId is null && (target.Code is null || target.PromulgationDate is null))
            {
                cursor.RefuseChild("ResponseFor[1]", ErrorCatalogue.StatusWithoutTarget);
            }
        }

        var code = fields.Required(statusCode, "StatusCode");
        if (code.Length > 0 && !StatusCodes.IsKnown(code))
        {
            cursor.RefuseChild("StatusCode", ErrorCatalogue.StatusCodeUnknown, code.Length > 20 ? code[..20] : code);
        }

        if (code == StatusCodes.Refused && string.IsNullOrEmpty(description))
        {
            cursor.RefuseChild("Description", ErrorCatalogue.ReasonMissing, code);
        }

        return new()
        {
            From = from ?? new(""),
            ResponseFor = target ?? new(null, null, null, null),
            Staff = staff,
            StatusCode = code,
            Description = FieldReader.Optional(description),
            Timestamp = timestamp,
            TimestampText = FieldReader.Optional(timestampText),
        };
    }

    private void Missing(bool present, string name)
    {
        if (!present)
        {
            cursor.RefuseMissing(name);
        }
    }
}
