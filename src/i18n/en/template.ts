/** Texts of the templates. A list is one text, an item a line. */
export const template = {
  channel: {
    recommendation: "Word of mouth",
    search: "Search engine",
    website: "Website",
    webinar: "Webinar",
    phone: "Phone",
    video: "Video call",
    email: "E-mail",
    portal: "Portal",
    meeting: "Meeting",
    social: "Social media",
    reviews: "Review site",
    store: "Store",
    chat: "Chat",
    webshop: "Web shop",
    parcel: "Parcel service",
    product: "Product",
    remote: "Remote access",
    visit: "Visit",
  },
  b2bPurchase: {
    name: "B2B purchase",
    summary: "A buying centre on its way from the first need to daily use.",
    description: "How a company finds, checks, buys and introduces our solution.",
    stage: {
      trigger: "Trigger",
      research: "Research",
      evaluation: "Evaluation",
      decision: "Decision",
      onboarding: "Onboarding",
      use: "Use & advocacy",
    },
    journey: {
      title: "From the first need to daily use",
      trigger: "The present solution holds the business back",
      outcome: "The team works with the new solution every day",
    },
    persona: {
      user: {
        title: "Sandra, head of operations",
        segment: "Medium-sized company, user and sponsor",
        quote: "I want to see it work with our own data.",
        goals: "Reach the targets with the same team\nA solution that is still right in five years",
        needs: "A contact with a name\nProof from our own industry",
        frustrations:
          "Explaining the same need again and again\nPromises that nobody remembers after the contract",
        informationNeeds: "References from the industry\nEffort of the introduction",
        channels: "Word of mouth\nWebsite\nVideo call",
      },
      buyer: {
        title: "Thomas, strategic buyer",
        segment: "Central purchasing",
        quote: "I need three offers that I can compare.",
        goals: "A sound decision that stands up to any audit",
        needs: "Complete documents at the first request",
        frustrations: "Price lists with footnotes",
        informationNeeds: "Total cost over the term\nData protection and security documents",
        channels: "E-mail\nPortal",
      },
    },
    touchpoint: {
      recommendation: {
        title: "Recommendation from a peer",
        need: "Who has solved this already?",
      },
      search: {
        title: "Search and first visit to the website",
        need: "Do they understand my problem?",
      },
      whitepaper: {
        title: "White paper download",
        need: "Knowledge to convince my colleagues",
        pains: "Form asks for ten details before anything is shown",
      },
      webinar: {
        title: "Expert webinar",
        need: "Hear how others have done it",
        delights: "Questions answered by people who do the work",
      },
      callback: {
        title: "First call from Sales",
        need: "A talk with somebody who is prepared",
        pains: "Call comes days later\nNeed has to be explained again",
      },
      demo: {
        title: "Demonstration with own data",
        need: "See whether it works for us",
        delights: "Real figures instead of sample data",
      },
      reference: {
        title: "Talk with a reference customer",
        need: "An honest opinion without a salesperson in the room",
      },
      offer: {
        title: "Offer and negotiation",
        need: "A price that I can explain",
        pains: "Only comparable after several queries",
      },
      security: {
        title: "IT security and data protection check",
        need: "Clearance from our own IT",
        pains: "Answers pass through three departments",
      },
      kickoff: {
        title: "Kick-off with the project team",
        need: "What was promised is known here as well",
        pains: "Project team does not know what was agreed",
      },
      access: {
        title: "Accounts and access set up",
        need: "Start working on the first day",
        pains: "Access missing on the first morning",
      },
      review: {
        title: "Half-yearly success review",
        need: "Get more out of what we bought",
      },
    },
    handover: {
      lead: {
        information: "Contact, role, need in the customer’s words, content read, time frame",
        promise: "Call within one working day",
      },
      check: {
        information: "Scope of use, data categories, contact in the customer’s IT",
        promise: "All documents at the first request",
      },
    },
  },
  b2cPurchase: {
    name: "B2C purchase",
    summary: "A consumer on the way from inspiration to loyalty, online and in the store.",
    description: "How somebody discovers, chooses, buys and keeps our product.",
    stage: {
      inspiration: "Inspiration",
      information: "Information",
      choice: "Choice",
      purchase: "Purchase",
      delivery: "Delivery",
      loyalty: "Use & loyalty",
    },
    journey: {
      title: "Finding and buying the right product",
      trigger: "Sees the product in use with somebody else",
      outcome: "Uses it gladly and tells others",
    },
    persona: {
      shopper: {
        title: "Lena, 34, decides on the go",
        segment: "Working parent, shops by smartphone",
        quote: "If I have to search for it, I buy elsewhere.",
        goals: "Find the right thing in ten minutes",
        needs: "Honest reviews\nDelivery on a day that suits me",
        frustrations: "Compulsory accounts\nParcels that come whenever they like",
        informationNeeds: "Delivery time and returns\nExperience of other buyers",
        channels: "Social media\nWeb shop\nStore",
      },
    },
    touchpoint: {
      post: {
        title: "Post by a creator",
        need: "Something that suits my life",
      },
      reviews: {
        title: "Reviews by other buyers",
        need: "An opinion that nobody has paid for",
        pains: "Criticism stays without an answer",
      },
      productPage: {
        title: "Product page",
        need: "Does it fit, what does it cost, when does it come?",
        pains: "Delivery time only shown in the basket",
      },
      store: {
        title: "Trying it out in the store",
        need: "Touch it and ask somebody",
        delights: "Honest advice, even in favour of the cheaper model",
      },
      chat: {
        title: "Question in the chat",
        need: "One quick answer before I decide",
        pains: "Bot cannot pass me on to a human",
      },
      checkout: {
        title: "Basket and payment",
        need: "Done in two minutes",
        pains: "Customer account is compulsory",
      },
      confirmation: {
        title: "Order confirmation",
        need: "Certainty that all is well",
      },
      parcel: {
        title: "Parcel delivery",
        need: "Be at home when it comes",
        pains: "Time slot of a whole day",
      },
      unboxing: {
        title: "Unpacking and first use",
        need: "Works at once, without a manual",
        delights: "Ready in three minutes, with a personal card",
      },
      returns: {
        title: "Return or exchange",
        need: "Admit a wrong choice without trouble",
        pains: "Label has to be printed at home",
      },
      newsletter: {
        title: "E-mail with tips for use",
        need: "Get more out of it, not more advertising",
      },
    },
    handover: {
      advice: {
        information: "Model, size and colour that were advised, price that was promised",
        promise: "The basket is filled when the customer opens the shop",
      },
      returned: {
        information: "What came back, and why",
        promise: "No advertising for what was sent back",
      },
    },
  },
  serviceCase: {
    name: "Service case",
    summary: "From the fault to the solution, with everybody who has a hand in it.",
    description: "What customers go through when something does not work, until it works again.",
    stage: {
      fault: "Fault",
      contact: "Contact",
      diagnosis: "Diagnosis",
      solution: "Solution",
      followUp: "Follow-up",
    },
    journey: {
      title: "Reporting a fault and getting it solved",
      trigger: "The device stops in the middle of the work",
      outcome: "All runs again, and trust is greater than before",
    },
    persona: {
      operator: {
        title: "Murat, shift supervisor",
        segment: "Works shifts, answers for output",
        quote: "I do not need a ticket number, I need help.",
        goals: "Back in operation within the shift",
        needs: "One contact until it is solved\nA reliable time",
        frustrations: "Telling the story from the start\nQueues with music",
        informationNeeds: "Error code in plain words\nWhen somebody will come",
        channels: "Phone\nHelp portal\nApp",
      },
    },
    touchpoint: {
      message: {
        title: "Error message on the device",
        need: "What is wrong, and what can I do myself?",
        pains: "A code instead of plain words",
      },
      selfHelp: {
        title: "Search in the help portal",
        need: "Help myself, at once",
        pains: "No hit for our own model",
      },
      hotline: {
        title: "Call to the hotline",
        need: "A human who takes it on",
        pains: "Twenty minutes on hold\nSerial number asked for three times",
      },
      ticket: {
        title: "Confirmation with ticket number",
        need: "Know that it is being worked on",
      },
      callback: {
        title: "Call back from an expert",
        need: "Somebody who knows the case already",
        pains: "Story told again from the start",
      },
      remote: {
        title: "Remote diagnosis",
        need: "A clear finding without waiting",
        delights: "Cause found in minutes",
      },
      estimate: {
        title: "Cost estimate and approval",
        need: "Know the price before work begins",
        pains: "Approval needs a signature on paper",
      },
      sparePart: {
        title: "Ordering the spare part",
        need: "The right part on the same day",
      },
      technician: {
        title: "Technician on site",
        need: "It works when they leave",
        delights: "Arrives with the right part",
      },
      report: {
        title: "Service report",
        need: "Proof for my own records",
      },
      survey: {
        title: "Satisfaction survey",
        need: "Be heard, not only measured",
        pains: "Nobody answers the criticism",
      },
    },
    handover: {
      case: {
        information: "Serial number, error code, what was tried already, when somebody can be reached",
        promise: "Call back within an hour, nothing asked twice",
      },
      finding: {
        information: "Finding, part number, urgency",
        promise: "Estimate on the same day",
      },
    },
  },
};
