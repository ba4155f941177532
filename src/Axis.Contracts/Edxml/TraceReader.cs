namespace Axis.Contracts.Edxml;

/// <summary>Reads TraceHeaderList: hops and Bussiness (sic) in any order.</summary>
internal sealed class TraceReader(ElementCursor cursor, FieldReader fields, PartReader parts)
{
    private readonly List<TraceHeader> traces = [];
    private bool businessSeen;

    public IReadOnlyList<TraceHeader> Traces => traces;

    public Business? Business { get; private set; }

    public void Read()
    {
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "TraceHeader":
                    cursor.Number(traces.Count + 1);
                    traces.Add(Trace());
                    break;
                case "Bussiness" when parts.First(ref businessSeen):
                    Business = ReadBusiness();
                    break;
            }
        }
    }

    private TraceHeader Trace()
    {
        string? organId = null, text = null;
        DateTimeOffset? timestamp = null;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                // The hubs of others sign their hops with names of all kinds, so the form is not judged.
                case "OrganId": organId = fields.Text(organId); break;
                case "Timestamp": timestamp = fields.Timestamp(ref text) ?? timestamp; break;
            }
        }

        return new(organId ?? "", timestamp) { TimestampText = FieldReader.Optional(text) };
    }

    private Business ReadBusiness()
    {
        int? type = null, paper = null;
        string? reason = null, documentId = null;
        BusinessDocumentInfo? info = null;
        List<ReplacementInfo>? replacements = null;
        StaffInfo? staff = null;
        bool infoSeen = false, listSeen = false, staffSeen = false;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "BussinessDocType": type = fields.Number(type, 0, 3); break;
                case "BussinessDocReason": reason = fields.Text(reason); break;
                // Another glossary counts pages here, so any number is taken (domain.md 1.2).
                case "Paper": paper = fields.Number(paper); break;
                case "DocumentId": documentId = fields.Text(documentId); break;
                case "BussinessDocumentInfo" when parts.First(ref infoSeen): info = DocumentInfo(); break;
                case "ReplacementInfoList" when parts.First(ref listSeen): replacements = Replacements(); break;
                case "StaffInfo" when parts.First(ref staffSeen): staff = parts.Staff(); break;
            }
        }

        return new()
        {
            DocType = (BusinessDocType)(type ?? 0),
            Reason = FieldReader.Optional(reason),
            Paper = paper,
            DocumentId = FieldReader.Optional(documentId),
            DocumentInfo = info,
            Replacements = replacements ?? [],
            Staff = staff,
        };
    }

    private BusinessDocumentInfo DocumentInfo()
    {
        bool? document = null, receiver = null, listed = false;
        var receivers = new List<ReceiverChange>();
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "DocumentInfo": document = fields.Flag(document); break;
                case "DocumentReceiver": receiver = fields.Flag(receiver); break;
                case "ReceiverList" when listed == false:
                    listed = true;
                    for (var list = cursor.Enter(); cursor.NextChild(list);)
                    {
                        if (cursor.Name == "Receiver")
                        {
                            cursor.Number(receivers.Count + 1);
                            receivers.Add(Receiver());
                        }
                    }

                    break;
            }
        }

        return new(document, receiver, receivers);
    }

    private ReceiverChange Receiver()
    {
        string? organId = null;
        int? type = null;
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "OrganId": organId = fields.OrganId(organId); break;
                case "ReceiverType": type = fields.Number(type, 0, 1); break;
            }
        }

        return new(fields.Required(organId, "OrganId"), type);
    }

    private List<ReplacementInfo> Replacements()
    {
        var replacements = new List<ReplacementInfo>();
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            if (cursor.Name == "ReplacementInfo")
            {
                cursor.Number(replacements.Count + 1);
                replacements.Add(Replacement());
            }
        }

        return replacements;
    }

    private ReplacementInfo Replacement()
    {
        string? documentId = null;
        var organIds = new List<string>();
        for (var level = cursor.Enter(); cursor.NextChild(level);)
        {
            switch (cursor.Name)
            {
                case "DocumentId": documentId = fields.Text(documentId); break;
                case "OrganIdList": organIds.AddRange(parts.Texts("OrganId")); break;
            }
        }

        return new(fields.Required(documentId, "DocumentId"), organIds);
    }
}
